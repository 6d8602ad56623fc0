package io.falcoj.probe.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.schema.names.TableReader;
import org.junit.jupiter.api.Test;

class CallTableTest {
  private static final EventTable EVENTS = EventTable.standard();

  private final CallTable table = CallTable.standard();

  @Test
  void aCallStandsThereUnderItsNumberOfEachArchitecture() {
    int openat = SyscallTable.standard().code("openat");
    assertThat(table.indexes(openat)).containsExactly(257, Layout.CALL_NUMBERS + 295);
    assertThat(table.eventOf(openat)).isEqualTo(EVENTS.byId("SYSCALL_OPENAT_2_X").code());
  }

  @Test
  void aCallWithoutAnEventOfItsOwnIsGeneric() {
    int reboot = SyscallTable.standard().code("reboot");
    assertThat(table.eventOf(reboot)).isEqualTo(EVENTS.byId("GENERIC_X").code());
  }

  @Test
  void everyCallThatHasAnEventOfItsOwnBecomesIt() {
    int generic = EVENTS.byId("GENERIC_X").code();
    for (String[] row : TableReader.read(SyscallTable.class, "syscalls.tsv")) {
      if (!row[2].equals("-") && !row[4].equals(String.valueOf(generic))) {
        assertThat(table.eventOf(Integer.parseInt(row[0]))).as(row[1]).isNotEqualTo(generic);
      }
    }
  }

  @Test
  void widthsAreThoseOfTheEventTable() {
    assertThat(StepReader.read(EVENTS.byId("SYSCALL_KILL_X"), "ret int:0 bits:1"))
        .containsExactly(
            Step.RET.code() | 8 << 16,
            Step.INT.code() | 8 << 16,
            Step.BITS.code() | 1 << 8 | 1 << 16);
  }

  @Test
  void stepsHaveToWriteAllParameters() {
    assertThatThrownBy(() -> StepReader.read(EVENTS.byId("SYSCALL_KILL_X"), "ret int:0"))
        .hasMessage("steps of SYSCALL_KILL_X write 2 parameters");
  }

  @Test
  void theHeaderIsTheSameEachTime() {
    assertThat(HeaderGenerator.header())
        .isEqualTo(HeaderGenerator.header())
        .contains("#define FLAG_file_flags_O_CREAT 4\n")
        .contains("#define OP_RET 1\n");
  }
}
