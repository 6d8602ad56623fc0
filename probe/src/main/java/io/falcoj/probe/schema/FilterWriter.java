package io.falcoj.probe.schema;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.Node;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.FieldType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lays filters out for the kernel's interpreter: each source becomes the step that finds its value.
 * What no step finds before the event is made is not known, so the event is sent.
 */
public final class FilterWriter {
  private static final int SMALL_NUMBERS = 64;
  private static final int WITHOUT_WHAT_THE_KERNEL_ADDS = 1 << 24;

  private final CallTable table;
  private final FilterSets sets;
  private final ByteBuffer bytes =
      ByteBuffer.allocate(Layout.FILTERS_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private int used;

  private FilterWriter(CallTable table, int firstSet) {
    this.table = table;
    this.sets = new FilterSets(firstSet);
  }

  /**
   * Lays out all filters of a plan. Those for which there is no room are left out: all events of
   * their types are sent.
   *
   * @param firstSet number of the first set of texts
   */
  public static FilterImage write(PushdownPlan plan, CallTable table, int firstSet) {
    FilterWriter writer = new FilterWriter(table, firstSet);
    for (PushdownPlan.Decision decision : plan.decisions()) {
      Filter filter = decision.filter();
      if (filter != null) {
        writer.add(decision.event(), filter);
      }
    }
    return new FilterImage(writer.bytes.array(), writer.sets.texts(), writer.sets.prefixes());
  }

  private void add(int event, Filter filter) {
    List<Integer> rows = table.rowsOf(event);
    int size = filter.nodes().size();
    if (rows.isEmpty() || used + size > Layout.FILTER_NODES) {
      return;
    }
    EventType type = Objects.requireNonNull(EventTable.standard().byCode(event));
    List<Integer> steps = table.steps(rows.get(0));
    for (int i = 0; i < size; i++) {
      write(
          Layout.FILTERS_NODES + (used + i) * Layout.NODE_BYTES,
          filter.nodes().get(i),
          type,
          steps);
    }
    for (int row : rows) {
      bytes.putShort(row * Short.BYTES, (short) (used + 1));
    }
    used += size;
  }

  private void write(int at, Node node, EventType type, List<Integer> steps) {
    Source source = node.source();
    int step = source.kind().isOfParam() ? StepReader.stepOf(steps, source.param()) : 0;
    int op = op(source, step);
    boolean known = op >= 0;
    bytes.put(at + Layout.NODE_SOURCE, (byte) source.kind().ordinal());
    bytes.putInt(at + Layout.NODE_OP, Math.max(op, 0));
    bytes.putShort(at + Layout.NODE_YES, jump(known ? node.whenTrue() : Filter.PASS));
    bytes.putShort(at + Layout.NODE_NO, jump(known ? node.whenFalse() : Filter.PASS));
    if (source.kind() == Source.Kind.NUMBER) {
      FieldType field = type.params().get(source.param()).type();
      int signed = field.family() == FieldType.Family.SIGNED ? Layout.SIGNED : 0;
      bytes.put(at + Layout.NODE_WIDTH, (byte) (StepReader.width(step) | signed));
    }
    write(at, node.test());
  }

  /** What finds the value; negative when nothing does. */
  private static int op(Source source, int step) {
    Step kind = Step.of(step);
    return switch (source.kind()) {
      case RETURN, FILE_TYPE, COMM, UID -> 0;
      case NUMBER -> number(kind, step);
      case PATH -> kind == Step.TEXT ? StepReader.argument(step) : -1;
      case FAMILY -> kind == Step.INT ? StepReader.argument(step) : -1;
      case PORT -> kind == Step.ADDRESS ? step : -1;
    };
  }

  private static int number(@Nullable Step kind, int step) {
    if (kind == Step.OPEN_FLAGS) {
      return StepReader.flags(Conversion.OPEN, StepReader.argument(step));
    }
    if (kind == Step.HOW_FLAGS) {
      return step | WITHOUT_WHAT_THE_KERNEL_ADDS;
    }
    // A sum is what an earlier step found.
    return kind != null && kind.isNumber() && kind != Step.SUM ? step : -1;
  }

  private short jump(int to) {
    return (short)
        switch (to) {
          case Filter.PASS -> Layout.FILTER_PASS;
          case Filter.DROP -> Layout.FILTER_DROP;
          default -> used + to;
        };
  }

  private void write(int at, Test test) {
    if (test instanceof Test.EqualTo equal) {
      write(at, FilterTest.EQUAL_TO, equal.value());
    } else if (test instanceof Test.AnyBits any) {
      write(at, FilterTest.ANY_BITS, any.mask());
    } else if (test instanceof Test.LessThan less) {
      write(at, FilterTest.LESS_THAN, less.bound());
    } else if (test instanceof Test.InTexts in) {
      write(at, FilterTest.IN_TEXTS, sets.ofTexts(in.values()));
    } else if (test instanceof Test.StartsWithAny starts) {
      write(at, FilterTest.STARTS_WITH, sets.ofPrefixes(starts.values()));
    } else if (test instanceof Test.EndsWithAny ends) {
      write(at, FilterTest.ENDS_WITH, sets.ofEnds(ends.values()));
    } else if (test instanceof Test.InNumbers in) {
      writeNumbers(at, in.values());
    }
  }

  private void writeNumbers(int at, List<Long> values) {
    if (values.stream().allMatch(value -> value >= 0 && value < SMALL_NUMBERS)) {
      write(at, FilterTest.SMALL, values.stream().mapToLong(value -> 1L << value).sum());
    } else {
      write(at, FilterTest.IN_NUMBERS, sets.ofNumbers(values));
    }
  }

  private void write(int at, FilterTest test, long value) {
    bytes.put(at + Layout.NODE_TEST, (byte) test.ordinal());
    bytes.putLong(at + Layout.NODE_VALUE, value);
  }
}
