package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.render.TextRenderer;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What lint claims is true of events: rules that say much of few fields over random events. A rule
 * that never matches matches none of them, and so on for every kind of claim.
 */
class LintSoundnessTest {
  private static final int BATCHES = 40;
  private static final int RULES = 60;
  private static final int EVENTS = 150;

  /** What has to be claimed so often, or nothing was tested. */
  private static final Map<DiagnosticCode, Integer> LEAST =
      Map.of(
          DiagnosticCode.NEVER_TRUE, 300,
          DiagnosticCode.ALWAYS_TRUE, 30,
          DiagnosticCode.EVENT_TYPE_CONTRADICTION, 20,
          DiagnosticCode.FIELD_NEVER_SET, 200,
          DiagnosticCode.EXCEPTION_NEVER_APPLIES, 40,
          DiagnosticCode.SHADOWED_RULE, 600);

  private final Map<DiagnosticCode, Integer> claimed = new EnumMap<>(DiagnosticCode.class);

  @Test
  void claimsAreTrueOfRandomEvents() {
    for (int i = 0; i < BATCHES; i++) {
      Random random = new Random(i);
      check(i % 4 == 0 ? EventSources.K8S_AUDIT : EventSources.SYSCALL, random);
    }
    LEAST.forEach(
        (code, least) ->
            assertThat(claimed.getOrDefault(code, 0)).as(code.label()).isGreaterThan(least));
  }

  private void check(String source, Random random) {
    CheckedRules checked = CloseRules.checked(source, RULES, random);
    List<Claim> claims = new ArrayList<>();
    for (Diagnostic found : checked.diagnostics()) {
      Claim claim = Claim.of(found, checked);
      if (claim != null) {
        claims.add(claim);
        claimed.merge(found.code(), 1, Integer::sum);
      }
    }
    Situation situation = new Situation(source);
    MatchContext context = situation.context();
    List<Integer> events =
        IntStream.range(0, EVENTS).map(i -> random.nextInt(1_000_000)).boxed().toList();
    situation.run(
        events,
        at ->
            claims.forEach(
                claim ->
                    assertThat(claim.isTrue(context))
                        .as(() -> TextRenderer.render(claim.diagnostic()) + claim.rules())
                        .isTrue()));
  }
}
