package io.falcoj.compiler.pushdown;

import io.falcoj.compiler.pushdown.Formula.Atom;
import io.falcoj.runtime.pushdown.Test;
import io.falcoj.runtime.pushdown.Test.AnyBits;
import io.falcoj.runtime.pushdown.Test.EqualTo;
import io.falcoj.runtime.pushdown.Test.InNumbers;
import io.falcoj.runtime.pushdown.Test.InTexts;
import io.falcoj.runtime.pushdown.Test.LessThan;
import io.falcoj.runtime.pushdown.Test.StartsWithAny;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import io.falcoj.runtime.schema.names.FlagTable;
import io.falcoj.runtime.schema.names.NumberNames;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.stream.Collectors;

/** Conditions as a sentence says them. */
final class Words {
  private static final int MOST_TEXTS = 3;

  private final EventType type;

  Words(EventType type) {
    this.type = type;
  }

  String of(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return constant.value() ? "always" : "never";
    }
    if (formula instanceof Atom atom) {
      return of(atom);
    }
    Formula.Group group = (Formula.Group) formula;
    return group.parts().stream()
        .map(part -> part instanceof Formula.Group ? "(" + of(part) + ")" : of(part))
        .collect(Collectors.joining(group.all() ? " and " : " or "));
  }

  private String of(Atom atom) {
    return switch (atom.source().kind()) {
      case RETURN -> result(atom.test(), atom.holds());
      case FILE_TYPE -> atom.holds() ? "it is a directory" : "it is no directory";
      case FAMILY ->
          "the socket is "
              + (atom.holds() ? "" : "not ")
              + (atom.equals(SocketAtoms.UNIX) || atom.not().equals(SocketAtoms.UNIX)
                  ? "unix"
                  : "IPv4 or IPv6");
      case PORT, UID, COMM -> throw new IllegalArgumentException(atom + " is never asked");
      case PATH -> param(atom) + path(atom.test(), atom.holds());
      case NUMBER -> param(atom) + number(atom, type.params().get(atom.source().param()));
    };
  }

  private String param(Atom atom) {
    return type.params().get(atom.source().param()).name() + " ";
  }

  private static String result(Test test, boolean holds) {
    if (test instanceof LessThan less && less.bound() == 0) {
      return holds ? "it fails" : "it succeeds";
    }
    if (test instanceof LessThan less) {
      return "it returns " + (holds ? "less than " : "at least ") + less.bound();
    }
    List<Long> values =
        test instanceof InNumbers in
            ? in.values()
            : test instanceof EqualTo equal ? List.of(equal.value()) : List.of();
    String names =
        values.stream().limit(MOST_TEXTS).map(Words::error).collect(Collectors.joining(", "))
            + more(values.size());
    return (holds ? "it returns " : "it does not return ") + names;
  }

  private static String error(long value) {
    String name = value < 0 ? NumberNames.error(-value) : null;
    return name == null ? Long.toString(value) : name;
  }

  private static String path(Test test, boolean holds) {
    List<ByteSlice> texts = test.texts();
    if (texts.equals(List.of(ByteSlice.of("//")))) {
      return "is not plain";
    }
    String verb =
        test instanceof InTexts
            ? (holds ? "is " : "is not ")
            : (holds ? "" : "not ")
                + (test instanceof StartsWithAny ? "begins with " : "ends with ");
    return verb
        + texts.stream()
            .limit(MOST_TEXTS)
            .map(ByteSlice::toString)
            .collect(Collectors.joining(", "))
        + more(texts.size());
  }

  private static String more(int size) {
    return size <= MOST_TEXTS ? "" : " or " + (size - MOST_TEXTS) + " more";
  }

  private static String number(Atom atom, ParamDef def) {
    boolean holds = atom.holds();
    if (atom.test() instanceof AnyBits bits) {
      return (holds ? "has " : "has no ") + flags(bits.mask(), def);
    }
    return (holds ? "" : "not ") + atom.test();
  }

  private static String flags(long mask, ParamDef def) {
    FlagTable symbols = def.symbols();
    List<String> names =
        symbols == null
            ? List.of()
            : symbols.entries().stream()
                .filter(e -> Long.bitCount(e.value()) == 1 && (e.value() & mask) != 0)
                .map(FlagTable.Entry::name)
                .toList();
    if (def.name().equals("mode") || names.isEmpty()) {
      return mask == 0111 ? "an execute bit" : "bits 0x" + Long.toHexString(mask);
    }
    return String.join(" or ", names);
  }
}
