package io.falcoj.probe.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.PushdownPlan.Decision;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.pushdown.Test.InNumbers;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.value.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterWriterTest {
  private static final int OPENAT = 257;

  @Test
  void aFilterStandsBehindEveryRowOfItsEvent() {
    FilterImage image =
        write(
            "SYSCALL_OPENAT_2_X", new Node(Source.RETURN, new EqualTo(-2), Filter.DROP, 1), path());
    ByteBuffer table = table(image);
    assertThat(table.getShort(2 * OPENAT)).isEqualTo((short) 1);
    assertThat(table.getShort(2 * (Layout.CALL_NUMBERS + 295))).isEqualTo((short) 1);
    assertThat(table.getShort(0)).isZero();
    assertThat(table.getLong(node(0) + Layout.NODE_VALUE)).isEqualTo(-2);
    assertThat(table.getShort(node(0) + Layout.NODE_YES)).isEqualTo((short) Layout.FILTER_DROP);
    assertThat(table.getShort(node(0) + Layout.NODE_NO)).isEqualTo((short) 1);
    assertThat(table.getInt(node(1) + Layout.NODE_OP)).isEqualTo(1); // argument of the path
  }

  @Test
  void setsThatAreTheSameAreOne() {
    FilterImage image =
        FilterWriter.write(
            new PushdownPlan(
                List.of(
                    decision("SYSCALL_OPENAT_2_X", path()),
                    decision("SYSCALL_OPENAT2_X", path()),
                    decision("SYSCALL_OPEN_X", prefix()))),
            CallTable.standard(),
            7);
    assertThat(image.texts()).hasSize(2);
    byte[] text = image.texts().get(0);
    assertThat(Arrays.copyOf(text, 9)).containsExactly(7, 0, 0, 0, '/', 'a', 0, 0, 0);
    byte[] prefix = image.prefixes().get(0);
    assertThat(Arrays.copyOf(prefix, 9)).containsExactly(8 * 6, 0, 0, 0, 8, 0, 0, 0, '/');
  }

  @Test
  void smallNumbersAreBits() {
    FilterImage image =
        write(
            "SYSCALL_OPENAT_2_X",
            new Node(Source.RETURN, new InNumbers(List.of(3L, 63L)), Filter.DROP, Filter.PASS));
    assertThat(table(image).getLong(node(0) + Layout.NODE_VALUE)).isEqualTo(1L << 63 | 1 << 3);
    assertThat(image.texts()).isEmpty();
  }

  @Test
  void whatCannotBeFoundBeforeTheEventIsMadeIsSent() {
    FilterImage image =
        write(
            "SYSCALL_OPENAT_2_X",
            new Node(Source.family(2), new EqualTo(2), Filter.DROP, Filter.DROP));
    assertThat(table(image).getShort(node(0) + Layout.NODE_YES))
        .isEqualTo((short) Layout.FILTER_PASS);
    assertThat(table(image).getShort(node(0) + Layout.NODE_NO))
        .isEqualTo((short) Layout.FILTER_PASS);
  }

  @Test
  void filtersWithoutRoomAreLeftOut() {
    Node[] nodes = new Node[Filter.MAX_NODES];
    Arrays.fill(nodes, new Node(Source.RETURN, new EqualTo(0), Filter.DROP, Filter.PASS));
    Decision[] decisions = new Decision[1 + Layout.FILTER_NODES / Filter.MAX_NODES];
    Arrays.fill(decisions, decision("SYSCALL_OPEN_X", nodes));
    decisions[decisions.length - 1] = decision("SYSCALL_OPENAT_2_X", nodes);
    FilterImage image =
        FilterWriter.write(new PushdownPlan(Arrays.asList(decisions)), CallTable.standard(), 0);
    assertThat(table(image).getShort(2 * OPENAT)).isZero();
    assertThat(table(image).getShort(2 * 2)).isPositive();
  }

  private static Node path() {
    return new Node(
        Source.path(2),
        new InTexts(List.of(ByteSlice.of("/a"), ByteSlice.of("/b"))),
        Filter.PASS,
        Filter.DROP);
  }

  private static Node prefix() {
    return new Node(
        Source.path(1), new StartsWithAny(List.of(ByteSlice.of("/a"))), Filter.PASS, Filter.DROP);
  }

  private static FilterImage write(String event, Node... nodes) {
    return FilterWriter.write(
        new PushdownPlan(List.of(decision(event, nodes))), CallTable.standard(), 0);
  }

  private static Decision decision(String event, Node... nodes) {
    int code = EventTable.standard().byId(event).code();
    return new Decision(code, new Filter(List.of(nodes)), List.of(), List.of());
  }

  private static ByteBuffer table(FilterImage image) {
    return ByteBuffer.wrap(image.table()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int node(int index) {
    return Layout.FILTERS_NODES + index * Layout.NODE_BYTES;
  }
}
