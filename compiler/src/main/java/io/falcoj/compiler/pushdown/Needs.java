package io.falcoj.compiler.pushdown;

import io.falcoj.runtime.pushdown.Filter;
import io.falcoj.runtime.pushdown.PushdownPlan.Need;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.schema.EventType;
import java.util.ArrayList;
import java.util.List;

/**
 * What is needed of one event type.
 *
 * @param formula what an event must satisfy so that somebody needs it
 */
record Needs(Formula formula, List<Need> told) {
  /** What {@code connect} returns when the connection is to come. */
  private static final long IN_PROGRESS = -115;

  /** {@code O_TMPFILE} as events have it. */
  private static final long UNNAMED = 1 << 13;

  private static final Formula SUCCEEDED = NumberAtoms.FAILED.not();
  private static final Formula IS_DIRECTORY =
      Formula.atom(Source.FILE_TYPE, new EqualTo(Filter.DIRECTORY));

  static Needs of(EventType type, List<Subject> subjects, Outcomes outcomes) {
    Collector needs = new Collector(new Words(type));
    EndView view = new EndView(type, outcomes);
    for (Subject subject : subjects) {
      needs.add(subject, subject.ofEvent(view, type.code()), false);
    }
    if (Calls.OPENS.get(type.code())) {
      needs.formulas.add(SUCCEEDED.and(IS_DIRECTORY.or(unnamed(type))));
      Source path = Source.path(type.paramIndex("name"));
      for (Subject subject : subjects) {
        needs.add(subject, SUCCEEDED.and(subject.ofLater(Descriptor.FILE, path, outcomes)), true);
      }
    } else if (type.code() == Calls.CONNECT) {
      connect(needs, subjects, outcomes);
    }
    return new Needs(Formula.any(needs.formulas), needs.told);
  }

  /** A file without a name gets one by its descriptor. */
  private static Formula unnamed(EventType type) {
    int flags = type.paramIndex("flags");
    return flags < 0 ? Formula.FALSE : Formula.atom(Source.number(flags), new AnyBits(UNNAMED));
  }

  private static void connect(Collector needs, List<Subject> subjects, Outcomes outcomes) {
    Formula changes = SUCCEEDED.or(Formula.atom(Source.RETURN, new EqualTo(IN_PROGRESS)));
    needs.formulas.add(changes.and(SocketAtoms.UNIX.or(SocketAtoms.INTERNET).not()));
    for (Subject subject : subjects) {
      Formula unix = subject.ofLater(Descriptor.UNIX, Source.path(0), outcomes);
      Formula internet = subject.ofLater(Descriptor.INTERNET, Source.path(0), outcomes);
      needs.add(subject, changes.and(unix).and(SocketAtoms.UNIX), true);
      needs.add(subject, changes.and(internet).and(SocketAtoms.INTERNET), true);
    }
  }

  private static final class Collector {
    final List<Formula> formulas = new ArrayList<>();
    final List<Need> told = new ArrayList<>();
    private final Words words;

    Collector(Words words) {
      this.words = words;
    }

    void add(Subject subject, Formula formula, boolean later) {
      if (!formula.equals(Formula.FALSE)) {
        formulas.add(formula);
        told.add(new Need(subject.name(), words.of(formula), later, formula.equals(Formula.TRUE)));
      }
    }
  }
}
