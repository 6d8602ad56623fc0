package io.falcoj.agent.testing;

import io.falcoj.testkit.coverage.CoverageMinimum;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be tested.
 *
 * @param places rule repositories, folders of tests, test files
 * @param rules rule files or folders; empty for those of the repositories
 * @param tests patterns of names of cases; empty for all
 * @param threads how many cases run at once; 0 for one on each processor
 * @param reports folder for reports, or null for none
 * @param coverage what cases must show of conditions, or null when nobody asks
 */
public record TestRequest(
    List<Path> places,
    List<Path> rules,
    List<String> tests,
    int threads,
    @Nullable Path reports,
    @Nullable CoverageMinimum coverage) {
  public TestRequest {
    places = List.copyOf(places);
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
  }
}
