package io.falcoj.testkit.scenario.scap;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.scenario.ScenarioException;
import io.falcoj.testkit.scenario.Step;
import io.falcoj.testkit.scenario.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of a scenario what cannot be, all of it: by trying to write it. */
public final class ScenarioCheck {
  private static final SourceHandler NOWHERE =
      new SourceHandler() {
        @Override
        public void event(RawEvent raw) {
          // only whether it can be made counts
        }
      };

  /**
   * A step that cannot be.
   *
   * @param step index of the step
   * @param param parameter at fault, or null when it is not one alone
   */
  public record Finding(int step, @Nullable String param, String message) {}

  private final List<Finding> findings = new ArrayList<>();
  private final StepWriter writer;

  /**
   * Threads that steps would have made if they were right: what they do is not held against them.
   */
  private final Set<Long> unborn = new HashSet<>();

  private ScenarioCheck(Scenario scenario) {
    this.writer = new StepWriter(scenario, NOWHERE);
  }

  public static List<Finding> findings(Scenario scenario) {
    ScenarioCheck check = new ScenarioCheck(scenario);
    for (int i = 0; i < scenario.steps().size(); i++) {
      check.tryStep(i, scenario.steps().get(i));
    }
    return check.findings;
  }

  /** Tries a step, without the parameters that were found wrong before. */
  private void tryStep(int index, Step step) {
    if (unborn.contains(step.tid())) {
      return;
    }
    Map<String, Value> values = new LinkedHashMap<>(step.values());
    while (true) {
      try {
        writer.write(new Step(step.tid(), step.event(), values, step.pause()));
        return;
      } catch (ScenarioException e) {
        String param = e.param();
        findings.add(new Finding(index, param, String.valueOf(e.getMessage())));
        if (param == null || values.remove(param) == null) {
          remember(step);
          return;
        }
      }
    }
  }

  private void remember(Step step) {
    Call call = Call.find(step.event());
    if (call == null || !call.makesThread()) {
      return;
    }
    for (String result : List.of(Step.RESULT, "res")) {
      Value value = step.values().get(result);
      if (value instanceof Value.Number number) {
        unborn.add(number.number());
      } else if (value instanceof Value.Text text && text.text().matches("\\d{1,18}")) {
        unborn.add(Long.parseLong(text.text()));
      }
    }
  }
}
