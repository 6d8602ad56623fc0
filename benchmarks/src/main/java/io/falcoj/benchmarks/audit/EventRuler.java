package io.falcoj.benchmarks.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.event.ruler.Machine;

/** AWS event-ruler with patterns that mean the same as a subset of rules. */
final class EventRuler implements Contender {
  private final Machine machine = new Machine();
  private final AuditEvents events;

  /**
   * @param patterns by the name of the rule
   */
  EventRuler(AuditEvents events, Map<String, String> patterns) throws Exception {
    this.events = events;
    for (Map.Entry<String, String> pattern : patterns.entrySet()) {
      machine.addRule(pattern.getKey(), pattern.getValue());
    }
  }

  @Override
  public String name() {
    return "event-ruler";
  }

  @Override
  public long pass() throws Exception {
    long matches = 0;
    for (int i = 0; i < events.count(); i++) {
      matches += rules(i).size();
    }
    return matches;
  }

  private List<String> rules(int event) throws Exception {
    return machine.rulesForJSONEvent(
        new String(
            events.log(), events.start(event), events.length(event), StandardCharsets.UTF_8));
  }

  /** The names of the rules that match each event, sorted. */
  List<List<String>> verdicts() throws Exception {
    List<List<String>> verdicts = new ArrayList<>();
    for (int i = 0; i < events.count(); i++) {
      verdicts.add(rules(i).stream().sorted().toList());
    }
    return verdicts;
  }
}
