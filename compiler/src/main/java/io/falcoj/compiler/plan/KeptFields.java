package io.falcoj.compiler.plan;

import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the costly fields that several predicates load, whose values are worth remembering. */
final class KeptFields {
  private final Map<Load.Field, Integer> uses = new LinkedHashMap<>();

  private KeptFields() {}

  /** The fields in order of appearance. */
  static List<Load.Field> among(Iterable<Pred> preds) {
    KeptFields fields = new KeptFields();
    for (Pred pred : preds) {
      if (pred instanceof Check check) {
        fields.count(check.load());
        fields.count(check.test());
      } else if (pred instanceof Exists exists) {
        fields.count(exists.load());
      }
    }
    return fields.uses.entrySet().stream()
        .filter(e -> e.getValue() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private void count(Load load) {
    if (load instanceof Load.Call call) {
      call.arguments().forEach(this::count);
    } else if (load instanceof Load.Printed printed) {
      count(printed.number());
    } else if (load instanceof Load.Items items) {
      items.items().forEach(this::count);
    } else if (load instanceof Load.Field field && isKeepable(field)) {
      uses.merge(field, 1, Integer::sum);
    }
  }

  private void count(Test test) {
    if (test instanceof Test.TextAgainst against) {
      count(against.right());
    } else if (test instanceof Test.SearchAgainst against) {
      count(against.right());
    } else if (test instanceof Test.GlobAgainst against) {
      count(against.right());
    } else if (test instanceof Test.InField in) {
      count(in.right());
    } else if (test instanceof Test.Fails fails) {
      count(fails.test());
    }
  }

  private static boolean isKeepable(Load.Field field) {
    boolean number = field.ref().type().isNumeric() && !field.isMany();
    return !number && Worth.isCostly(field);
  }
}
