package io.falcoj.testkit.replay;

import io.falcoj.compiler.explain.EventFacts;
import io.falcoj.compiler.explain.EventReader;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.schema.EventSources;
import java.util.HashMap;
import java.util.Map;

/** An event on one line: its type, and who did what. Used by one thread. */
public final class EventLine {
  private static final int LONGEST_VALUE = 60;

  private final Map<String, EventReader> readers = new HashMap<>();

  /** The event of a context that was begun for it. */
  public String of(MatchContext context) {
    String source = context.audit() != null ? EventSources.K8S_AUDIT : EventSources.SYSCALL;
    EventFacts facts = readers.computeIfAbsent(source, EventReader::new).read(context);
    StringBuilder line = new StringBuilder(facts.type());
    facts.fields().values().forEach(value -> line.append("  ").append(shown(value)));
    return line.toString();
  }

  /** A value on one line, cut where it is long. */
  public static String shown(String value) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < value.length() && shown.length() <= LONGEST_VALUE; i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c)) {
        shown.append(String.format("\\x%02x", (int) c));
      } else {
        shown.append(c);
      }
    }
    if (shown.length() > LONGEST_VALUE) {
      shown.setLength(LONGEST_VALUE - 3);
      shown.append("...");
    }
    return shown.toString();
  }
}
