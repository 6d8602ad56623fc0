package io.falcoj.maven.build;

import io.falcoj.compiler.CompilerOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * The Maven project as a rule repository.
 *
 * @param name name of the bundle
 * @param version version of the bundle
 * @param rules rule files or directories in load order; empty when there are none
 * @param tests folder of the test files; need not exist
 * @param work where goals keep what they make, {@code target/falco}; need not exist
 */
public record RuleProject(String name, String version, List<Path> rules, Path tests, Path work) {
  public RuleProject {
    rules = List.copyOf(rules);
  }

  /** The compiled rules, between goals. */
  public Path bundle() {
    return work.resolve("rules.jar");
  }

  /** How the rules are compiled. */
  public CompilerOptions compilerOptions() {
    return new CompilerOptions(name, version, true, CompilerOptions.defaults().sources());
  }

  /**
   * The path as seen from the directory in which Maven runs, when it lies below: short in messages,
   * and what terminals make a link of.
   */
  public static Path shown(Path path) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) && !absolute.equals(here)
        ? here.relativize(absolute)
        : absolute;
  }
}
