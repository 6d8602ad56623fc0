package io.falcoj.compiler.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rule files a rule set of the golden alerts is made of, by the naming rules of the corpus.
 */
final class RuleSets {
  private static final String CURRENT = "corpora/falcosecurity-rules/HEAD/";
  private static final String RULES = "falco_rules.yaml";

  private RuleSets() {}

  /** Files in load order, or null for a name that follows no rule. */
  static @Nullable List<Path> files(Path corpus, String ruleSet) {
    if (ruleSet.startsWith("scenario.")) {
      return Corpus.files(corpus.resolve("scenarios/" + ruleSet.substring(9)), ".yaml");
    }
    if (ruleSet.equals("default")) {
      return existing(corpus, CURRENT + RULES);
    }
    if (ruleSet.startsWith("all3")) {
      return existing(
          corpus,
          CURRENT + RULES,
          CURRENT + "falco-incubating_rules.yaml",
          CURRENT + "falco-sandbox_rules.yaml");
    }
    if (ruleSet.startsWith("falco-")) {
      return existing(corpus, "corpora/falco/" + ruleSet.substring(6) + "/" + RULES);
    }
    if (ruleSet.startsWith("rules-")) {
      return existing(
          corpus, "corpora/falcosecurity-rules/falco-rules-" + ruleSet.substring(6) + "/" + RULES);
    }
    return null;
  }

  private static @Nullable List<Path> existing(Path corpus, String... files) {
    List<Path> paths = Stream.of(files).map(corpus::resolve).toList();
    return paths.stream().allMatch(Files::exists) ? paths : null;
  }
}
