package io.falcoj.runtime.fidelity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The figures of a suite that compares fields: of all, and of each. The most frequent differences
 * go to {@code target/fidelity/SUITE.txt}.
 */
final class FieldFigures {
  private FieldFigures() {}

  /** Reports the suite; prints a line for each field that does not agree everywhere. */
  static void report(String name, Collection<FieldTally> tallies) {
    FidelityReport.put(name, figures(tallies));
    List<String> lines = new ArrayList<>();
    tallies.stream()
        .filter(tally -> tally.differing > 0)
        .sorted((a, b) -> Long.compare(b.differing, a.differing))
        .forEach(
            tally -> {
              lines.add(
                  "%s: %d of %d differ".formatted(tally.field, tally.differing, tally.compared));
              lines.addAll(tally.worst(6));
            });
    try {
      Path file = Path.of("target/fidelity/" + name.replaceAll("[^a-z0-9]+", "-") + ".txt");
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode figures(Collection<FieldTally> tallies) {
    long values = 0;
    long differing = 0;
    for (FieldTally tally : tallies) {
      values += tally.compared;
      differing += tally.differing;
    }
    ObjectNode suite = FidelityReport.suite(values, values - differing);
    ObjectNode fields = suite.putObject("fields");
    for (FieldTally tally : tallies) {
      ObjectNode field = fields.putObject(tally.field);
      field.put("values", tally.compared);
      field.put("present", tally.present);
      field.put("agree", tally.compared - tally.differing);
      if (!tally.faults().isEmpty()) {
        ObjectNode faults = field.putObject("explained");
        tally.faults().forEach((fault, count) -> faults.put(fault.toString(), count));
      }
      if (tally.differing > 0) {
        System.out.printf(
            "  %s: %d of %d values agree, %d explained%n",
            tally.field,
            tally.compared - tally.differing,
            tally.compared,
            tally.differing - tally.unexplained);
      }
    }
    return suite;
  }
}
