package io.falcoj.compiler.pushdown;

import io.falcoj.runtime.pushdown.Source;
import io.falcoj.runtime.pushdown.Test;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** A condition on what the kernel knows of an event; negations stand at the leaves only. */
sealed interface Formula {
  Formula TRUE = new Constant(true);
  Formula FALSE = new Constant(false);

  /** The opposite. */
  Formula not();

  /** The same with other questions. */
  Formula map(Function<Atom, Formula> change);

  /** A weaker one: of some questions either answer will do. */
  Formula loosened(Predicate<Atom> which);

  /** Always or never. */
  record Constant(boolean value) implements Formula {
    @Override
    public Formula not() {
      return value ? FALSE : TRUE;
    }

    @Override
    public Formula map(Function<Atom, Formula> change) {
      return this;
    }

    @Override
    public Formula loosened(Predicate<Atom> which) {
      return this;
    }
  }

  /** A question and the answer that is wanted. */
  record Atom(Source source, Test test, boolean holds) implements Formula {
    @Override
    public Formula not() {
      return new Atom(source, test, !holds);
    }

    @Override
    public Formula map(Function<Atom, Formula> change) {
      Formula changed = change.apply(question());
      return holds ? changed : changed.not();
    }

    @Override
    public Formula loosened(Predicate<Atom> which) {
      return which.test(this) ? TRUE : this;
    }

    /** The question with the answer yes. */
    Atom question() {
      return holds ? this : new Atom(source, test, true);
    }
  }

  /** All of at least two, or any of them. */
  record Group(boolean all, List<Formula> parts) implements Formula {
    @Override
    public Formula not() {
      return new Group(!all, parts.stream().map(Formula::not).toList());
    }

    @Override
    public Formula map(Function<Atom, Formula> change) {
      return group(all, parts.stream().map(part -> part.map(change)).toList());
    }

    @Override
    public Formula loosened(Predicate<Atom> which) {
      return group(all, parts.stream().map(part -> part.loosened(which)).toList());
    }
  }

  static Formula atom(Source source, Test test) {
    return new Atom(source, test, true);
  }

  static Formula of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Formula all(List<Formula> parts) {
    return group(true, parts);
  }

  static Formula any(List<Formula> parts) {
    return group(false, parts);
  }

  default Formula and(Formula other) {
    return all(List.of(this, other));
  }

  default Formula or(Formula other) {
    return any(List.of(this, other));
  }

  private static Formula group(boolean all, List<Formula> parts) {
    Set<Formula> kept = new LinkedHashSet<>();
    for (Formula part : parts) {
      if (part instanceof Constant constant) {
        if (constant.value() != all) {
          return constant;
        }
      } else if (part instanceof Group group && group.all() == all) {
        kept.addAll(group.parts());
      } else {
        kept.add(part);
      }
    }
    for (Formula part : kept) {
      if (part instanceof Atom atom && kept.contains(atom.not())) {
        return of(!all);
      }
    }
    kept.removeIf(part -> absorbed(part, all, kept));
    if (kept.isEmpty()) {
      return of(all);
    }
    return kept.size() == 1 ? kept.iterator().next() : new Group(all, new ArrayList<>(kept));
  }

  /** {@code a or (a and b)} is {@code a}. */
  private static boolean absorbed(Formula part, boolean all, Set<Formula> others) {
    return part instanceof Group group
        && group.all() != all
        && group.parts().stream().anyMatch(others::contains);
  }
}
