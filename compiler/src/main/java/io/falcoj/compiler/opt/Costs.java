package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import java.util.Set;

/** Rough costs of loads and tests; 1 is comparing two numbers. Only their order matters. */
final class Costs {
  private static final int ANOTHER_FIELD = 15;

  /** Texts that are one of a few. */
  private static final Set<String> FEW_VALUES =
      Set.of("container.id", "evt.dir", "fd.l4proto", "fd.type", "fd.typechar");

  private Costs() {}

  static int of(Load load) {
    if (load instanceof Load.Field field) {
      if (field.isMany()) {
        return 25;
      }
      return field.ref().def().has(FieldFlag.COMPUTED) ? 12 : 3;
    }
    if (load instanceof Load.Call call) {
      return 30 + call.arguments().stream().mapToInt(Costs::of).sum();
    }
    return load instanceof Load.Items items ? items.items().stream().mapToInt(Costs::of).sum() : 0;
  }

  static int of(Test test) {
    if (test instanceof Test.Number) {
      return 1;
    }
    if (test instanceof Test.NumberIn || test instanceof Test.Around) {
      return 2;
    }
    if (test instanceof Test.Equal || test instanceof Test.TextOrder) {
      return 3;
    }
    if (test instanceof Test.TextIn in) {
      // Beyond three values a set, which most texts leave by length and last byte.
      return Math.min(5, 3 * in.values().size());
    }
    if (test instanceof Test.Search search) {
      return of(search.part());
    }
    if (test instanceof Test.Glob glob) {
      // Without a star at its begin most texts fail on their first bytes.
      return glob.pattern().isEmpty() || glob.pattern().at(0) == '*' ? 50 : 6;
    }
    if (test instanceof Test.Regex) {
      return 300;
    }
    if (test instanceof Test.BelowPath || test instanceof Test.InNetworks) {
      return 15;
    }
    if (test instanceof Test.Fails fails) {
      return of(fails.test());
    }
    if (test instanceof Test.Passes passes) {
      return passes.tests().stream().mapToInt(Costs::of).sum();
    }
    return ANOTHER_FIELD;
  }

  private static int of(Test.Part part) {
    return switch (part) {
      case STARTSWITH, ENDSWITH -> 3;
      case CONTAINS -> 15;
      case ICONTAINS -> 60;
    };
  }

  /** How likely a value passes: names and paths are rarely the ones asked for. */
  static double chance(Load load, Test test) {
    if (test instanceof Test.Fails fails) {
      return 1 - chance(load, fails.test());
    }
    if (load instanceof Load.Field field && FEW_VALUES.contains(field.ref().text())) {
      return 0.5;
    }
    if (test instanceof Test.Number number) {
      return number.order() == Test.Order.EQ ? 0.3 : 0.6;
    }
    return test instanceof Test.NumberIn ? 0.3 : 0.1;
  }
}
