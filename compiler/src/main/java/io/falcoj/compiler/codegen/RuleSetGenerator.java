package io.falcoj.compiler.codegen;

import io.falcoj.compiler.plan.MatchPlan;
import io.falcoj.compiler.plan.SourcePlan;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plan to class files; equal plans give equal bytes. */
public final class RuleSetGenerator {
  private static final String ROOT = "falcorules/";

  private RuleSetGenerator() {}

  public static GeneratedClasses generate(MatchPlan plan) {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    Map<String, String> entries = new TreeMap<>();
    for (SourcePlan source : plan.sources()) {
      String folder = ROOT + MethodNames.classPart(source.source()) + "/";
      SourceGenerator generator = new SourceGenerator(source, folder);
      generator.generate(classes);
      entries.put(source.source(), generator.entryName().replace('/', '.'));
    }
    return new GeneratedClasses(classes, entries);
  }
}
