package io.falcoj.runtime.pushdown;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.pushdown.Test.EndsWithAny;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.pushdown.Test.InNumbers;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.LessThan;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;

/**
 * Interprets filters over recorded events as the kernel's side does over running calls. What a
 * recording does not tell is taken as {@link Source.Kind} says. Nothing is allocated for an event.
 */
public final class FilterTwin {
  private final List<@Nullable Filter> filters = new ArrayList<>();
  private final EventValues values = new EventValues();

  /** Threads of which the start of a call was sent, so that its end must be. */
  private final LongHashSet started = new LongHashSet();

  public FilterTwin(PushdownPlan plan) {
    for (EventType type : EventTable.standard().all()) {
      filters.add(plan.filter(type.code()));
    }
  }

  /**
   * Whether the event is sent.
   *
   * @param event where a scap event begins, in its present form
   */
  public boolean passes(byte[] buffer, int event, int length) {
    int code = EventHeader.type(buffer, event);
    Filter filter = code < filters.size() ? filters.get(code) : null;
    long tid = EventHeader.tid(buffer, event);
    if (filter == null) {
      return true;
    }
    boolean start = code % 2 == 0;
    boolean promised = started.remove(tid);
    boolean sent =
        (promised && !start) || !values.find(buffer, event, length) || passes(filter, code);
    if (start && sent) {
      started.add(tid);
    }
    return sent;
  }

  private boolean passes(Filter filter, int code) {
    List<Node> nodes = filter.nodes();
    int at = 0;
    while (at >= 0) {
      Node node = nodes.get(at);
      if (!values.load(node.source(), code)) {
        return true;
      }
      at = holds(node.test()) ? node.whenTrue() : node.whenFalse();
    }
    return at == Filter.PASS;
  }

  private boolean holds(Test test) {
    long number = values.number();
    if (test instanceof AnyBits bits) {
      return (number & bits.mask()) != 0;
    }
    if (test instanceof LessThan less) {
      return number < less.bound();
    }
    if (test instanceof EqualTo equal) {
      return number == equal.value();
    }
    if (test instanceof InNumbers in) {
      return contains(in.values(), number);
    }
    if (test instanceof InTexts in) {
      return isAmong(in.values(), values.text());
    }
    return test instanceof StartsWithAny begins
        ? hasAny(values.text(), begins.values(), true)
        : hasAny(values.text(), ((EndsWithAny) test).values(), false);
  }

  private static boolean contains(List<Long> sorted, long wanted) {
    for (int i = 0; i < sorted.size(); i++) {
      if (sorted.get(i) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(List<ByteSlice> texts, ByteSlice wanted) {
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAny(ByteSlice text, List<ByteSlice> parts, boolean atBegin) {
    for (int i = 0; i < parts.size(); i++) {
      ByteSlice part = parts.get(i);
      int from = atBegin ? 0 : text.length() - part.length();
      if (part.length() <= text.length() && isAt(text, part, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(ByteSlice text, ByteSlice part, int from) {
    for (int i = 0; i < part.length(); i++) {
      if (text.at(from + i) != part.at(i)) {
        return false;
      }
    }
    return true;
  }
}
