package io.falcoj.compiler.check.literal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names of network services as literals of port fields. A table of the project, so that equal rules
 * mean the same on every machine.
 */
final class Services {
  private static final Map<String, Integer> PORTS = read();

  private Services() {}

  /** Port of the service, or -1. */
  static int port(String name) {
    return PORTS.getOrDefault(name, -1);
  }

  private static Map<String, Integer> read() {
    Map<String, Integer> ports = new HashMap<>();
    try (InputStream in = Services.class.getResourceAsStream("services.tsv")) {
      if (in == null) {
        throw new IllegalStateException("services.tsv is missing from the class path");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.startsWith("#") && !line.isEmpty()) {
          String[] columns = line.split("\t", -1);
          for (String name : columns[1].split(" ")) {
            ports.putIfAbsent(name, Integer.parseInt(columns[0]));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ports;
  }
}
