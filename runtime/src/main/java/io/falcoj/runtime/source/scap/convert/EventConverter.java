package io.falcoj.runtime.source.scap.convert;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.util.Objects;

/**
 * Brings events of older captures into their current form: enter events are merged into their
 * exits, types are renamed, parameters added. An event takes one step of the conversion table after
 * the other until it is current. Behaviour: {@code userspace/libscap/engine/savefile/converter} of
 * falcosecurity/libs, except that an exit event that follows the enter event of another call is
 * filled as if it had none, where libs ends.
 *
 * <p>Events in view must be well-formed: their type in the event table, their parameters inside.
 */
public final class EventConverter {
  /** More steps than any event takes. */
  private static final int MAX_STEPS = 50;

  private final ConversionTable table = ConversionTable.standard();
  private final KeptEnters enters = new KeptEnters();
  private EventRewriter target = new EventRewriter(enters);
  private EventRewriter other = new EventRewriter(enters);

  /**
   * Points the view at the event's current form.
   *
   * @return false when the event is not to be delivered
   * @throws ConversionException when the event has no current form
   */
  public boolean convert(RawEvent raw) throws ConversionException {
    int code = EventHeader.type(raw.buffer(), raw.offset());
    int passing = table.passing(code);
    if (passing == ConversionTable.ALWAYS
        || passing == EventHeader.paramCount(raw.buffer(), raw.offset())) {
      return true;
    }
    if (passing == ConversionTable.DROP) {
      return false;
    }
    return convertSteps(raw);
  }

  /** Enter events that were forgotten to bound memory. */
  public long forgottenEnters() {
    return enters.forgotten();
  }

  private boolean convertSteps(RawEvent raw) throws ConversionException {
    for (int i = 0; i < MAX_STEPS; i++) {
      Outcome outcome = step(raw);
      if (outcome != Outcome.CONTINUE) {
        return outcome == Outcome.PASS;
      }
    }
    throw new ConversionException(
        "event of type " + EventHeader.type(raw.buffer(), raw.offset()) + " has no end of steps");
  }

  /** What a step leads to. */
  enum Outcome {
    PASS,
    DROP,
    CONTINUE
  }

  /** Takes the event one row of the table further. */
  Outcome step(RawEvent raw) throws ConversionException {
    byte[] buffer = raw.buffer();
    int event = raw.offset();
    int code = EventHeader.type(buffer, event);
    int paramCount = EventHeader.paramCount(buffer, event);
    if (raw.length() > EventRewriter.MAX_LENGTH) {
      throw new ConversionException(
          "event of an old form with " + raw.length() + " bytes, more than 64 KiB");
    }
    Conversion row = table.row(code, paramCount);
    if (row == null) {
      throw new ConversionException(describe(code, paramCount));
    }
    switch (row.step()) {
      case KEEP -> {
        enters.keep(EventHeader.tid(buffer, event), buffer, event, raw.length());
        return Outcome.DROP;
      }
      case DELIVER -> {
        return Outcome.PASS;
      }
      case KEEP_AND_DELIVER -> {
        enters.keep(EventHeader.tid(buffer, event), buffer, event, raw.length());
        return Outcome.PASS;
      }
      case APPEND, BECOME -> {
        EventRewriter rewriter = target;
        target = other;
        other = rewriter;
        raw.replace(rewriter.buffer(), 0, rewriter.rewrite(buffer, event, row));
        return outcome(row.result().code(), EventHeader.paramCount(rewriter.buffer(), 0));
      }
    }
    throw new IllegalStateException(row.step().name());
  }

  private Outcome outcome(int code, int paramCount) {
    int passing = table.passing(code);
    if (passing == ConversionTable.DROP) {
      return Outcome.DROP;
    }
    return passing == ConversionTable.ALWAYS || passing == paramCount
        ? Outcome.PASS
        : Outcome.CONTINUE;
  }

  private static String describe(int code, int paramCount) {
    EventType type = Objects.requireNonNull(EventTable.standard().byCode(code));
    int known = type.params().size();
    String event = "event " + type.id() + " with " + paramCount + " parameters";
    return paramCount > known
        ? event + ", more than the " + known + " that are known"
        : event + ", a form that was never recorded";
  }
}
