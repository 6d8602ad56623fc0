package io.falcoj.runtime.abi;

import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.Event;
import io.falcoj.runtime.state.EventState;
import io.falcoj.runtime.state.StateTables;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.SlicePool;
import io.falcoj.runtime.value.TextBuilder;
import io.falcoj.runtime.value.ValueList;
import java.util.Arrays;
import java.util.Map;
import org.agrona.collections.IntArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one match looks at: the event, what state knows about it, and scratch space that
 * is reused from event to event. One per source and thread.
 *
 * <p>How accessors answer: a text accessor returns null for an absent value. A number accessor
 * returns {@link #absent()}; the caller clears the mark with {@link #clearAbsent} before the call
 * and asks {@link #isAbsent} after it.
 */
public final class MatchContext implements SlicePool {
  private final Event event;
  private final EventState state;
  private final StateTables tables;
  private final @Nullable AuditEvent audit;
  private final TextBuilder text = new TextBuilder();
  private final ByteSlice[] slices = new ByteSlice[256];
  private final ValueList[] lists = new ValueList[32];
  private final IntArrayList nodes = new IntArrayList();
  private int nextSlice;
  private int nextList;
  private boolean absent;
  private int[] memo = new int[0];
  private @Nullable Object[] values = new Object[0];
  private boolean[] skipped = new boolean[0];
  private int[] held = new int[16];
  private int heldCount;
  private int epoch;
  private long firstTime;
  private long previousTime;
  private long thisTime;
  private long counted;
  private Map<ByteSlice, ByteSlice> constants = Map.of();

  /** A context for the system call events that {@code event} is pointed at. */
  public MatchContext(Event event, EventState state, StateTables tables) {
    this(event, state, tables, null);
  }

  /** A context for the audit events that are read into {@code audit}. */
  public MatchContext(AuditEvent audit) {
    this(new Event(), new EventState(), new StateTables(), audit);
  }

  private MatchContext(
      Event event, EventState state, StateTables tables, @Nullable AuditEvent audit) {
    this.event = event;
    this.state = state;
    this.tables = tables;
    this.audit = audit;
    for (int i = 0; i < slices.length; i++) {
      slices[i] = new ByteSlice();
    }
    for (int i = 0; i < lists.length; i++) {
      lists[i] = new ValueList();
    }
  }

  /** Gives room for the memo slots of a rule set. */
  public void reserveMemo(int slots) {
    if (memo.length < slots) {
      memo = new int[slots];
      values = new Object[slots];
      epoch = 0;
    }
  }

  /** Gives the values of {@code static.*}, by name. */
  public void setConstants(Map<ByteSlice, ByteSlice> values) {
    constants = Map.copyOf(values);
  }

  /** Value of {@code static.KEY}, or null. */
  public @Nullable ByteSlice constant(ByteSlice key) {
    return constants.get(key);
  }

  /** Forgets the previous event. */
  public void begin() {
    text.reset();
    nextSlice = 0;
    nextList = 0;
    heldCount = 0;
    previousTime = thisTime;
    thisTime = timestamp();
    if (firstTime == 0 && audit != null) {
      firstTime = thisTime;
    }
    epoch += 2;
    if (epoch < 0) {
      Arrays.fill(memo, 0);
      epoch = 2;
    }
  }

  /** The system call event; without meaning in an audit context. */
  public Event event() {
    return event;
  }

  /** The audit event, or null in a context of system calls. */
  public @Nullable AuditEvent audit() {
    return audit;
  }

  /** Nanoseconds since the epoch at which the event happened, whatever its kind. */
  public long timestamp() {
    return audit != null ? audit.timestamp() : event.timestamp();
  }

  /** Time of the first event that a kernel or a server produced; 0 before that. */
  public long firstTimestamp() {
    return audit != null ? firstTime : tables.firstEventTime();
  }

  /** Time of the event before this one; 0 for the first. */
  public long previousTimestamp() {
    return previousTime;
  }

  /** Counts up with every call, over all events. */
  public long nextCount() {
    return ++counted;
  }

  /** Number of the event within its source, from 1, whatever its kind. */
  public long eventNumber() {
    return audit != null ? audit.num() : event.num();
  }

  public EventState state() {
    return state;
  }

  public StateTables tables() {
    return tables;
  }

  /**
   * Switches rules off.
   *
   * @param off by index in the bundle; rules behind its end run. Kept, not copied
   */
  public void skipRules(boolean[] off) {
    skipped = off;
  }

  /** False for a rule that is switched off. */
  public boolean runs(int rule) {
    return rule >= skipped.length || !skipped[rule];
  }

  /** Notes that a rule holds for this event, perhaps not for the first time: {@link #report}. */
  public void holds(int rule) {
    if (heldCount == held.length) {
      held = Arrays.copyOf(held, 2 * heldCount);
    }
    held[heldCount++] = rule;
  }

  /** Tells the sink of the rules that hold, in load order and without those that are off. */
  public void report(MatchSink sink) {
    if (heldCount > 0) {
      int count = heldCount;
      heldCount = 0;
      Arrays.sort(held, 0, count);
      boolean more = true;
      for (int i = 0; i < count && more; i++) {
        boolean again = i > 0 && held[i] == held[i - 1];
        more = again || !runs(held[i]) || sink.matched(held[i]);
      }
    }
  }

  /** Code of the event's type. */
  public int eventCode() {
    return event.code();
  }

  /** A slice to point at a value; valid until the next event. */
  @Override
  public ByteSlice slice() {
    return nextSlice < slices.length ? slices[nextSlice++] : new ByteSlice();
  }

  /** An empty list to fill; valid until the next event. */
  public ValueList list() {
    ValueList list = nextList < lists.length ? lists[nextList++] : new ValueList();
    list.clear();
    return list;
  }

  /** Room for the nodes that an accessor finds in a document; not kept from call to call. */
  public IntArrayList nodes() {
    return nodes;
  }

  /** Begins a text; finish it before beginning another. */
  public TextBuilder text() {
    return text.begin();
  }

  /** Says that the number asked for is absent; returns a value without meaning. */
  public long absent() {
    absent = true;
    return 0;
  }

  public void clearAbsent() {
    absent = false;
  }

  public boolean isAbsent() {
    return absent;
  }

  /** What {@link #remember} kept for this event: 1 true, 0 false, -1 nothing yet. */
  public int memo(int slot) {
    int value = memo[slot];
    return (value & ~1) == epoch ? value & 1 : -1;
  }

  /** Keeps the result of a shared predicate for this event and returns it. */
  public boolean remember(int slot, boolean value) {
    memo[slot] = epoch | (value ? 1 : 0);
    return value;
  }

  /** True when {@link #keep} was called for the slot during this event. */
  public boolean isKept(int slot) {
    return memo[slot] == epoch;
  }

  /** The text kept in the slot. */
  public @Nullable ByteSlice keptText(int slot) {
    return (ByteSlice) values[slot];
  }

  /** The list kept in the slot. */
  public @Nullable ValueList keptList(int slot) {
    return (ValueList) values[slot];
  }

  /** Keeps a field's value for the rest of the event and returns it. */
  public @Nullable ByteSlice keep(int slot, @Nullable ByteSlice value) {
    memo[slot] = epoch;
    values[slot] = value;
    return value;
  }

  /** Keeps a field's values for the rest of the event and returns them. */
  public @Nullable ValueList keep(int slot, @Nullable ValueList value) {
    memo[slot] = epoch;
    values[slot] = value;
    return value;
  }
}
