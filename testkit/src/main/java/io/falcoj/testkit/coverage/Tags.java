package io.falcoj.testkit.coverage;

import io.falcoj.testkit.coverage.CoverageReport.TagCoverage;
import io.falcoj.testkit.coverage.CoverageReport.TechniqueCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Rules by tag. Techniques are written as MITRE numbers them, tactics as {@code mitre_*}. */
final class Tags {
  private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");

  private Tags() {}

  static List<TagCoverage> of(List<CoveredRule> rules) {
    List<TagCoverage> tags = new ArrayList<>();
    byTag(rules).forEach((tag, carrying) -> tags.add(tag(tag, carrying)));
    return tags;
  }

  private static TagCoverage tag(String tag, List<CoveredRule> rules) {
    Sides sides = rules.stream().map(CoveredRule::sides).reduce(Sides.NONE, Sides::plus);
    int tested = (int) rules.stream().filter(CoveredRule::tested).count();
    return new TagCoverage(tag, sides, rules.size(), tested);
  }

  static List<TechniqueCoverage> techniques(List<CoveredRule> rules) {
    Map<String, List<CoveredRule>> byId = new TreeMap<>();
    byTag(rules)
        .forEach(
            (tag, carrying) -> {
              String id = tag.toUpperCase(Locale.ROOT);
              if (TECHNIQUE.matcher(id).matches()) {
                byId.computeIfAbsent(id, i -> new ArrayList<>()).addAll(carrying);
              }
            });
    List<TechniqueCoverage> techniques = new ArrayList<>();
    byId.forEach(
        (id, carrying) ->
            techniques.add(
                new TechniqueCoverage(
                    id,
                    names(carrying),
                    names(carrying.stream().filter(CoveredRule::tested).toList()))));
    return techniques;
  }

  private static List<String> names(List<CoveredRule> rules) {
    return rules.stream().map(rule -> rule.rule().name()).distinct().toList();
  }

  private static Map<String, List<CoveredRule>> byTag(List<CoveredRule> rules) {
    Map<String, List<CoveredRule>> byTag = new TreeMap<>();
    for (CoveredRule rule : rules) {
      for (String tag : rule.rule().tags()) {
        byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(rule);
      }
    }
    return byTag;
  }
}
