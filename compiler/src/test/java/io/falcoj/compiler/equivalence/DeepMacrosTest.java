package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CompilationResult;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.schema.EventSources;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Macros within macros, deeper than a stack of usual size could hold. */
class DeepMacrosTest {
  /** A rule that holds as the check does, and one whose macros say the same around it. */
  private static CompilationResult compile(String check, int depth) {
    StringBuilder yaml = new StringBuilder(FrontEnd.macro("m0", check));
    for (int i = 1; i <= depth; i++) {
      String more = i % 2 == 0 ? " or evt.num = " : " and evt.num != ";
      yaml.append(FrontEnd.macro("m" + i, "m" + (i - 1) + more + (1_000_000 + i)));
    }
    yaml.append(FrontEnd.rule("plain", check, EventSources.SYSCALL));
    yaml.append(FrontEnd.rule("deep", "m" + depth, EventSources.SYSCALL));
    SourceFile file = new SourceFile("deep.yaml", yaml.toString());
    return RuleCompiler.compile(List.of(file), CompilerOptions.defaults());
  }

  @Test
  void aThousandMacrosWithinEachOtherMatchAsTheInnermost() throws BundleException {
    CompilationResult result = compile("proc.name = bash", 1_000);
    CompiledRuleSet rules =
        Objects.requireNonNull(
            BundleLoader.load(Objects.requireNonNull(result.bundle()), "deep")
                .ruleSet(EventSources.SYSCALL));
    Situation situation = new Situation(EventSources.SYSCALL);
    MatchContext context = situation.context();
    context.reserveMemo(rules.memoSlots());
    BitSet plain = new BitSet();
    BitSet deep = new BitSet();
    situation.run(
        IntStream.range(0, 100).boxed().toList(),
        at ->
            rules.match(
                context,
                rule -> {
                  (rule == 0 ? plain : deep).set(at);
                  return true;
                }));
    assertThat(deep).isEqualTo(plain);
    assertThat(plain.cardinality()).isBetween(1, 99);
  }

  @Test
  void whatIsDeeperIsRefusedInWords() {
    CompilationResult result = compile("proc.name = bash", 5_000);
    assertThat(result.errors())
        .anySatisfy(e -> assertThat(e.message()).contains("too deep or too large"));
  }
}
