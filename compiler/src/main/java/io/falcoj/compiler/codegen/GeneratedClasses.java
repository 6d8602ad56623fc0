package io.falcoj.compiler.codegen;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was generated.
 *
 * @param classes class files by name with slashes
 * @param entries name, with dots, of the entry class of each event source
 */
public record GeneratedClasses(SortedMap<String, byte[]> classes, Map<String, String> entries) {
  public GeneratedClasses {
    classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }
}
