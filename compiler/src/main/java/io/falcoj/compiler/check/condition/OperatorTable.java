package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operators go with which types ({@code flt_is_comparable} in {@code
 * userspace/libsinsp/filter_compare.cpp}).
 */
final class OperatorTable {
  private static final Set<Operator> MEMBERSHIP =
      EnumSet.of(Operator.IN, Operator.INTERSECTS, Operator.EXISTS);
  private static final Set<Operator> EQUALITY = with(MEMBERSHIP, Operator.EQ, Operator.NE);
  private static final Set<Operator> NUMBERS =
      with(EQUALITY, Operator.LT, Operator.LE, Operator.GT, Operator.GE);
  private static final Set<Operator> TEXTS =
      with(
          NUMBERS,
          Operator.CONTAINS,
          Operator.ICONTAINS,
          Operator.STARTSWITH,
          Operator.ENDSWITH,
          Operator.GLOB,
          Operator.IGLOB,
          Operator.REGEX,
          Operator.PMATCH);
  private static final Set<Operator> BUFFERS =
      with(
          EQUALITY,
          Operator.CONTAINS,
          Operator.STARTSWITH,
          Operator.ENDSWITH,
          Operator.BCONTAINS,
          Operator.BSTARTSWITH);
  private static final Set<FieldType> LISTABLE =
      EnumSet.of(
          FieldType.CHARBUF,
          FieldType.UINT64,
          FieldType.RELTIME,
          FieldType.ABSTIME,
          FieldType.BOOL,
          FieldType.IPADDR,
          FieldType.IPNET);

  private OperatorTable() {}

  private static Set<Operator> with(Set<Operator> base, Operator... more) {
    EnumSet<Operator> set = EnumSet.copyOf(base);
    set.addAll(Set.of(more));
    return set;
  }

  /** Why the operator does not go with the operand, or null when it does. */
  static @Nullable String problem(Operator operator, Transformer.Operand operand) {
    if (operator == Operator.EXISTS) {
      return null;
    }
    String refused = "operator '" + operator.text() + "' is not supported for ";
    if (operand.list()) {
      if (!LISTABLE.contains(operand.type())) {
        return refused + "lists of type " + operand.type();
      }
      return MEMBERSHIP.contains(operator)
          ? null
          : refused + "lists; they have 'in', 'intersects' and 'exists'";
    }
    return switch (operand.type().family()) {
      case SIGNED, UNSIGNED, DOUBLE -> allowed(NUMBERS, operator) ? null : refused + "numbers";
      case BOOL -> allowed(EQUALITY, operator) ? null : refused + "booleans";
      case TEXT -> allowed(TEXTS, operator) ? null : refused + "texts";
      case BYTES -> allowed(BUFFERS, operator) ? null : refused + "buffers";
      case ADDRESS, NETWORK ->
          allowed(EQUALITY, operator) ? null : refused + "addresses and networks";
      case OTHER -> refused + "type " + operand.type();
    };
  }

  /** What Falco says where {@link #problem} is one. */
  static String falcosWords(Operator operator, Modifier modifier, Transformer.Operand operand) {
    String name = "filter error: '" + operator.text() + "' operator not supported ";
    if (operand.list()) {
      return LISTABLE.contains(operand.type())
          ? name + "list filters"
          : "filter error: list filters are not supported for type '" + operand.type() + "'";
    }
    return switch (operand.type().family()) {
      case SIGNED, UNSIGNED, DOUBLE, BOOL -> name + "for numeric filters";
      case TEXT -> name + "for string filters";
      case BYTES -> name + "for buffer filters";
      case ADDRESS, NETWORK ->
          modifier == Modifier.NONE
              ? name + "for ip address and network filters"
              : "filter error: '"
                  + operator.text()
                  + "' with modifier not supported for ip address and network filters";
      case OTHER -> name + "for type '" + operand.type() + "'";
    };
  }

  private static boolean allowed(Set<Operator> set, Operator operator) {
    return set.contains(operator);
  }
}
