package io.falcoj.testkit.report;

import io.falcoj.testkit.coverage.CoverageJson;
import io.falcoj.testkit.coverage.NavigatorLayer;
import io.falcoj.testkit.mutation.MutationJson;
import io.falcoj.testkit.report.html.HtmlReport;
import io.falcoj.testkit.report.view.RunReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every report of a run into one folder. */
public final class Reports {
  private Reports() {}

  /**
   * Writes {@code index.html}, {@code report.json}, {@code report.sarif} and {@code
   * junit/TEST-….xml} for each test file; of what was watched also {@code coverage.json}, {@code
   * navigator-layer.json} and {@code mutation.json}.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void write(RunReport report, Path folder) throws IOException {
    Files.createDirectories(folder);
    writeJUnit(report, folder.resolve("junit"));
    Files.writeString(folder.resolve("report.json"), JsonReport.render(report));
    Files.writeString(folder.resolve("report.sarif"), SarifReport.render(report));
    Files.writeString(folder.resolve("index.html"), HtmlReport.render(report));
    if (report.coverage() != null) {
      Files.writeString(folder.resolve("coverage.json"), CoverageJson.render(report.coverage()));
      String layer = NavigatorLayer.render(report.title(), report.coverage());
      Files.writeString(folder.resolve("navigator-layer.json"), layer);
    }
    if (report.mutation() != null) {
      Files.writeString(folder.resolve("mutation.json"), MutationJson.render(report.mutation()));
    }
  }

  /**
   * Writes {@code TEST-….xml} for each test file, and nothing else.
   *
   * @throws IOException when the folder cannot be written
   */
  public static void writeJUnit(RunReport report, Path folder) throws IOException {
    new JUnitXmlReport(report.names()).write(report.byFile(), folder);
  }
}
