package io.falcoj.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.falcoj.compiler.Checked;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Work grows with the size of the input, not faster. Allocated bytes stand for work: unlike time
 * they do not depend on the machine.
 */
class GrowthTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int SIZE = 8_000;

  /** Twice the input costs twice, and something for tables that double. */
  private static final double MOST = 3;

  private static final Map<String, IntFunction<String>> SHAPES =
      Map.of(
          "checks joined by or", n -> condition("proc.name=a or ".repeat(n) + "proc.name=b"),
          "checks joined by and", n -> condition("proc.name!=a and ".repeat(n) + "proc.name!=b"),
          "open brackets", n -> condition("(".repeat(n)),
          "broken words", n -> condition("= ".repeat(n)),
          "a long text", n -> condition("proc.name=" + "x".repeat(16 * n)),
          "an unclosed quote", n -> condition("proc.name=\"" + "x ".repeat(8 * n)),
          "items of a list", n -> condition("proc.name in (" + joined(n, i -> "n" + i) + ")"),
          "lists in a row", n -> repeated(n, i -> "- list: l%d\n  items: [a]\n".formatted(i)),
          "rules", n -> repeated(n / 10, i -> Checked.rule("r" + i, "evt.type=open")),
          "unknown fields", n -> condition("no.such=1 or ".repeat(n / 4) + "no.such=2"));

  @TestFactory
  Stream<DynamicTest> workGrowsWithTheInput() {
    return SHAPES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(shape -> DynamicTest.dynamicTest(shape.getKey(), () -> holdLinear(shape.getValue())));
  }

  private static void holdLinear(IntFunction<String> shape) {
    allocated(shape.apply(SIZE));
    long once = allocated(shape.apply(SIZE));
    long twice = allocated(shape.apply(2 * SIZE));
    assertThat((double) twice / once).isLessThan(MOST);
  }

  /** All of it on one thread, or what the compiler allocates would not be counted here. */
  private static long allocated(String yaml) {
    return Checked.onCompilerThread(
        () -> {
          SourceFile file = new SourceFile("rules.yaml", yaml);
          long before = THREADS.getCurrentThreadAllocatedBytes();
          // Lint has a thread of its own while code is made, and none here.
          RuleCompiler.check(List.of(file), CompilerOptions.defaults());
          Outcome.of(file);
          return THREADS.getCurrentThreadAllocatedBytes() - before;
        });
  }

  private static String condition(String text) {
    return Checked.rule("r", text);
  }

  private static String repeated(int n, IntFunction<String> part) {
    return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining());
  }

  private static String joined(int n, IntFunction<String> part) {
    return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining(", "));
  }
}
