package io.falcoj.compiler.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * {@code target/fidelity.json}: for each suite of recorded values how many agree. A suite that runs
 * again replaces what it said before; {@code docs/fidelity.md} lists the suites.
 */
public final class FidelityReport {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  private static final File FILE = new File("target/fidelity.json");

  private FidelityReport() {}

  /** A suite's figures, to be filled and given to {@link #put}. */
  public static ObjectNode suite(long values, long agree) {
    ObjectNode suite = JSON.createObjectNode();
    suite.put("values", values);
    suite.put("agree", agree);
    suite.put("percent", values == 0 ? 100 : Math.floor(100_000.0 * agree / values) / 1_000);
    return suite;
  }

  /** Stores the figures of a suite. */
  public static synchronized void put(String name, ObjectNode suite) {
    System.out.printf("%s: %s of %s values agree%n", name, suite.get("agree"), suite.get("values"));
    try {
      JsonNode before = FILE.exists() ? JSON.readTree(FILE) : JSON.createObjectNode();
      ObjectNode report = JSON.createObjectNode();
      before.properties().stream()
          .filter(other -> other.getKey().compareTo(name) < 0)
          .forEach(other -> report.set(other.getKey(), other.getValue()));
      report.set(name, suite);
      before.properties().stream()
          .filter(other -> other.getKey().compareTo(name) > 0)
          .forEach(other -> report.set(other.getKey(), other.getValue()));
      FILE.getParentFile().mkdirs();
      JSON.writeValue(FILE, report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
