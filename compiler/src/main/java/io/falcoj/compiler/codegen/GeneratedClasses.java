package io.falcoj.compiler.codegen;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

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

  /** The class files without lines and files: equal for rules that differ in their places alone. */
  public Collection<byte[]> withoutPlaces() {
    return classes.values().stream().map(GeneratedClasses::withoutPlaces).toList();
  }

  private static byte[] withoutPlaces(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(classFile).accept(writer, ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }
}
