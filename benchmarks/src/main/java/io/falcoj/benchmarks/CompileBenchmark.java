package io.falcoj.benchmarks;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.RuleFiles;
import io.falcoj.compiler.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Rule files to a bundle, again and again in one JVM, and once for many generated rules. */
final class CompileBenchmark {
  private static final int MANY = 10_000;

  private static final String GENERATED =
      """
      - rule: Rule %1$d
        desc: Files of tenant %1$d
        condition: evt.type in (open, openat, openat2) and evt.is_open_read=true
          and fd.name startswith /data/tenant%1$d/ and not proc.name in (app%1$d, backup, agent)
        output: File read (file=%%fd.name command=%%proc.cmdline user=%%user.name)
        priority: WARNING
        tags: [tenant%1$d]
      """;

  private final List<SourceFile> files;
  private final int times;

  CompileBenchmark(List<Path> rules, int times) throws IOException {
    this.files = RuleFiles.read(rules);
    this.times = times;
  }

  /** Prints wall-clock milliseconds; every time must give the same bundle. */
  void run(Appendable out) throws IOException {
    byte[] first = null;
    for (int i = 1; i <= times; i++) {
      long begin = System.nanoTime();
      byte[] bundle = bundle(files);
      print(out, "compilation " + i, begin);
      first = first == null ? bundle : first;
      if (!Arrays.equals(first, bundle)) {
        throw new IllegalStateException("the bundle of time " + i + " differs from the first");
      }
    }
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < MANY; i++) {
      yaml.append(GENERATED.formatted(i));
    }
    long begin = System.nanoTime();
    bundle(List.of(new SourceFile("generated.yaml", yaml.toString())));
    print(out, MANY + " generated rules", begin);
  }

  private static byte[] bundle(List<SourceFile> files) {
    CompilationResult result = RuleCompiler.compile(files, CompilerOptions.defaults());
    return Objects.requireNonNull(result.bundle(), () -> "errors: " + result.errors());
  }

  private static void print(Appendable out, String what, long begin) throws IOException {
    double millis = (System.nanoTime() - begin) / 1e6;
    out.append(String.format(Locale.ROOT, "%s: %.0f ms%n", what, millis));
  }
}
