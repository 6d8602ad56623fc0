package io.falcoj.rules;

import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.engine.EventReplay;
import io.falcoj.runtime.match.MatchEngine;
import io.falcoj.runtime.match.MatchOptions;
import io.falcoj.runtime.source.EventSource;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.testkit.replay.EventLine;
import io.falcoj.testkit.replay.LoadedRules;
import io.falcoj.testkit.replay.NamedFixture;
import io.falcoj.testkit.run.RulesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two rule sets over the same events, every rule by itself. */
final class SideBySide {
  private final List<List<RuleInfo>> rules = new ArrayList<>();
  private final List<MatchEngine> engines = new ArrayList<>();

  /**
   * What both say about a recording.
   *
   * @param theirs their rules that match, by event
   * @param ours likewise
   * @param lines what happened, for events of which theirs speak
   */
  record Said(Map<Long, Set<String>> theirs, Map<Long, Set<String>> ours, Map<Long, String> lines) {
    /** Number of alerts of each of their rules, in order of names. */
    static Map<String, Integer> counts(Map<Long, Set<String>> said) {
      Map<String, Integer> counts = new TreeMap<>();
      said.values().forEach(names -> names.forEach(name -> counts.merge(name, 1, Integer::sum)));
      return counts;
    }

    /** Whether one of ours speaks of the same event. */
    boolean seen(long event) {
      return ours.containsKey(event);
    }
  }

  SideBySide(Path theirs, Path ours) throws IOException, RulesException {
    for (Path files : List.of(theirs, ours)) {
      LoadedRules loaded = LoadedRules.compile(RuleFiles.read(List.of(files)), "rules");
      MatchEngine engine =
          new MatchEngine(List.of(loaded.bundle()), new MatchOptions(true, "Debug", List.of()));
      engines.add(engine);
      rules.add(engine.rules());
    }
  }

  Said replay(Path recording) throws SourceException {
    List<Map<Long, Set<String>>> said = List.of(new TreeMap<>(), new TreeMap<>());
    Map<Long, String> lines = new TreeMap<>();
    EventLine line = new EventLine();
    EventReplay.Observer observer =
        new EventReplay.Observer() {
          @Override
          public void event(MatchContext context) {}

          @Override
          public void matched(int ruleSet, int rule, MatchContext context) {
            said.get(ruleSet)
                .computeIfAbsent(context.eventNumber(), number -> new TreeSet<>())
                .add(rules.get(ruleSet).get(rule).name());
            if (ruleSet == 0) {
              lines.put(context.eventNumber(), line.of(context));
            }
          }
        };
    EventReplay replay = new EventReplay(observer, engines, (message, offset) -> {});
    try (EventSource source = NamedFixture.recording(recording).open()) {
      replay.run(source);
    }
    return new Said(said.get(0), said.get(1), lines);
  }
}
