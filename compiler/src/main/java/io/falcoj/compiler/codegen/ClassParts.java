package io.falcoj.compiler.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Spreads methods over classes: one class per rule file as long as it has room, then further. */
final class ClassParts {
  private final String folder;
  private final Map<String, PartClass> open = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final List<PartClass> all = new ArrayList<>();

  /**
   * @param folder package with slashes, ending in one
   */
  ClassParts(String folder) {
    this.folder = folder;
  }

  /** The class that takes the next method from that file. */
  PartClass next(String fileName) {
    PartClass part = open.get(fileName);
    if (part == null || part.isFull()) {
      String stem = MethodNames.classPart(fileName);
      int number = counters.merge(stem, 1, Integer::sum);
      part =
          new PartClass(
              folder + stem + "_" + number,
              "java/lang/Object",
              shortName(fileName),
              () -> next(fileName));
      open.put(fileName, part);
      all.add(part);
    }
    return part;
  }

  private static String shortName(String fileName) {
    return fileName.substring(fileName.lastIndexOf('/') + 1);
  }

  /** The methods that link the constants of all classes. */
  List<MethodRef> linkers() {
    return all.stream().flatMap(part -> part.linkers().stream()).toList();
  }

  void finish(SortedMap<String, byte[]> classes) {
    for (PartClass part : all) {
      classes.put(part.name(), part.finish());
    }
  }
}
