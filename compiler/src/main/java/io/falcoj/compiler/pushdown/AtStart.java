package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.pushdown.Formula.Atom;
import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Source.Kind;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.schema.EventType;

/** What is needed of a call's end, as far as its start tells of it. */
final class AtStart {
  private static final long DIRECTORY = 1 << 10;

  private AtStart() {}

  /** The formula for the event at the start of the call. */
  static Formula of(Formula atEnd, EventType end) {
    EventType start = Calls.start(end.code());
    int flags = start.paramIndex("flags");
    // A directory that is not opened as one shows at the end only; its path is then read there.
    Formula directory =
        flags < 0 ? Formula.FALSE : Formula.atom(Source.number(flags), new AnyBits(DIRECTORY));
    return atEnd
        .loosened(atom -> atom.source().kind() == Kind.RETURN || isOfEnd(atom, end, start))
        .map(atom -> atom.source().kind() == Kind.FILE_TYPE ? directory : moved(atom, end, start));
  }

  private static boolean isOfEnd(Atom atom, EventType end, EventType start) {
    return atom.source().kind().isOfParam() && index(atom, end, start) < 0;
  }

  private static int index(Atom atom, EventType end, EventType start) {
    return start.paramIndex(end.params().get(atom.source().param()).name());
  }

  private static Formula moved(Atom atom, EventType end, EventType start) {
    Source source = new Source(atom.source().kind(), index(atom, end, start));
    return Formula.atom(source, atom.test());
  }
}
