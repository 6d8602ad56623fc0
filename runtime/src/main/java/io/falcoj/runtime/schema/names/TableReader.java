package io.falcoj.runtime.schema.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the tab-separated tables that lie beside classes; {@code #} starts a comment. */
public final class TableReader {
  private TableReader() {}

  /** True when that table lies beside the class. */
  public static boolean exists(Class<?> beside, String resource) {
    return beside.getResource(resource) != null;
  }

  /**
   * The rows of a table, split at the tabs.
   *
   * @param beside a class of the package that holds the table
   */
  public static List<String[]> read(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("table " + resource + " is missing from the class path");
      }
      List<String[]> rows = new ArrayList<>();
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isEmpty()) {
          rows.add(line.split("\t", -1));
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("table " + resource, e);
    }
  }
}
