package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.probe.schema.EventClass;
import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters that are changed while calls run. */
class FilterSwapTest {
  private static final int CALLS = 10_000;
  private static final String SCRIPT =
      "for my $i (0 .. $ARGV[0] - 1) {"
          + " for my $p ('/falcoj/a/x', '/falcoj/b', \"/falcoj/keep/$i\") {"
          + " my $c = $p; syscall(257, -100, $c, 0, 0) } }";

  @BeforeEach
  void needsTheKernel() {
    ThisKernel.isNeeded();
  }

  @Test
  void whatBothPlansLetThroughIsNotLostAndCountersStayExact() throws Exception {
    ProbePlan calls = LiveRun.plan("clone", "clone3", "vfork", "openat");
    ProbePlan one =
        calls.with(
            openat(
                HandMade.dropIf(Source.path(2), new StartsWithAny(HandMade.texts("/falcoj/a/")))));
    ProbePlan other =
        calls.with(
            openat(HandMade.dropIf(Source.path(2), new InTexts(HandMade.texts("/falcoj/b")))));
    try (ProbeSource source = ProbeSource.open(ProbeOptions.STANDARD.withWaitMillis(0), one)) {
      int[] swaps = {0};
      List<Seen> events =
          LiveRun.of(
              source,
              () -> source.apply(++swaps[0] % 2 == 0 ? one : other),
              "/usr/bin/perl",
              "-e",
              SCRIPT,
              String.valueOf(CALLS));
      source.stop();
      assertThat(swaps[0]).isGreaterThan(4);
      assertThat(source.counters().dropped()).isZero();
      assertThat(source.counters().rows())
          .allSatisfy(row -> assertThat(row.seen()).isEqualTo(row.filtered() + row.sent()));
      List<String> names =
          events.stream()
              .filter(e -> e.name().equals("openat") && e.type().id().endsWith("_X"))
              .map(e -> e.text("name"))
              .toList();
      assertThat(names.stream().filter(name -> name.startsWith("/falcoj/keep/")))
          .containsExactlyElementsOf(
              IntStream.range(0, CALLS).mapToObj(i -> "/falcoj/keep/" + i).toList());
      long of =
          names.stream().filter(n -> n.equals("/falcoj/a/x") || n.equals("/falcoj/b")).count();
      assertThat(of).isPositive().isLessThan(2L * CALLS);
      // Of each call exactly one plan leaves out one of the two, unless the change falls between
      // them.
      if (!source.isGuarded()) { // else starts of calls are left out too
        assertThat(filtered(source)).isEqualTo(2L * CALLS - of);
      }
    }
  }

  private static long filtered(ProbeSource source) {
    return source.counters().rows().stream()
        .filter(row -> row.kind() == EventClass.OPEN)
        .mapToLong(ClassCounters::filtered)
        .sum();
  }

  private static PushdownPlan openat(Filter filter) {
    return HandMade.plan("SYSCALL_OPENAT_2_X", filter);
  }
}
