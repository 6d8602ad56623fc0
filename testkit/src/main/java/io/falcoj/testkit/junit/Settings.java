package io.falcoj.testkit.junit;

import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RunOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What may be set, by the names that the Maven plugin has for it. */
final class Settings {
  /** Rule files and folders of suites that name none, with the path separator between them. */
  static final String RULES = "falco.rules";

  static final String TESTS = "falco.testDirectory";
  static final String FILTER = "falco.test";
  private static final String DEFAULT_RULES = "src/main/falco";
  private static final String DEFAULT_TESTS = "src/test/falco";

  private final Function<String, Optional<String>> values;

  Settings(Function<String, Optional<String>> values) {
    this.values = values;
  }

  List<Path> rules() {
    String paths = values.apply(RULES).orElse(DEFAULT_RULES);
    return Arrays.stream(paths.split(File.pathSeparator)).map(Path::of).toList();
  }

  Path tests() {
    return Path.of(values.apply(TESTS).orElse(DEFAULT_TESTS));
  }

  RuleTestRunner runner(List<Path> rules) {
    List<String> filter = values.apply(FILTER).map(List::of).orElse(List.of());
    return new RuleTestRunner(RunOptions.of(rules).withTests(filter));
  }
}
