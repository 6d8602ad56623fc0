package io.falcoj.probe.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.schema.names.SyscallTable;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanMakerTest {
  @Test
  void theStateIsAlwaysServed() {
    assertThat(calls(Set.of(), BaseCalls.STANDARD))
        .contains("execve", "clone", "open", "openat", "close", "dup", "socket", "connect")
        .doesNotContain("read", "write", "mkdir", "reboot", "getpid");
  }

  @Test
  void whatRulesNameIsAdded() {
    assertThat(calls(Set.of("mkdir", "reboot", "prlimit"), BaseCalls.STANDARD))
        .contains("mkdir", "reboot", "prlimit64");
  }

  @Test
  void readingAndWritingIsToldOfOnlyWhenAllIsAskedFor() {
    PlanMaker.Choice choice = PlanMaker.choose(Set.of("write", "pread"), false, BaseCalls.STANDARD);
    assertThat(names(choice.plan())).doesNotContain("write", "pread64");
    assertThat(choice.warnings())
        .containsExactly(
            "rules look at pread64, write, which are too many to tell of;"
                + " -o base_syscalls.all=true tells of them");
    assertThat(calls(Set.of("write"), new BaseCalls(List.of(), false, true))).contains("write");
  }

  @Test
  void theCustomSetTakesThePlaceOfTheState() {
    BaseCalls custom = new BaseCalls(List.of("clone", "!connect", "nonsense"), false, false);
    PlanMaker.Choice choice = PlanMaker.choose(Set.of("connect", "mkdir"), false, custom);
    assertThat(names(choice.plan())).containsExactlyInAnyOrder("clone", "mkdir");
    assertThat(choice.warnings())
        .containsExactly("`base_syscalls.custom_set`: there is no system call `nonsense`");
  }

  @Test
  void repairServesTheCallsOfTheRulesOnly() {
    BaseCalls repair = new BaseCalls(List.of(), true, false);
    assertThat(calls(Set.of("connect"), repair))
        .contains("connect", "socket", "close", "clone", "execve")
        .doesNotContain("bind", "openat", "dup");
    assertThat(calls(Set.of("accept"), repair)).contains("bind");
  }

  @Test
  void aRuleForAnyEventWantsAll() {
    PlanMaker.Choice choice = PlanMaker.choose(Set.of(), true, BaseCalls.STANDARD);
    assertThat(names(choice.plan())).contains("reboot", "getpid").doesNotContain("read");
    assertThat(choice.plan().signals()).isTrue();
  }

  private static List<String> calls(Set<String> rules, BaseCalls base) {
    return names(PlanMaker.choose(rules, false, base).plan());
  }

  private static List<String> names(ProbePlan plan) {
    return plan.calls().stream().map(SyscallTable.standard()::name).toList();
  }
}
