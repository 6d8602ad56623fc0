package io.falcoj.compiler.check.condition;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.ast.ValueExpr;
import io.falcoj.compiler.check.literal.LiteralException;
import io.falcoj.compiler.check.literal.Literals;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import java.util.List;

/** {@code evt.around[T] = D}: the event's time is at most D milliseconds away from T. */
final class TimeWindow {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final FieldCatalog catalog;
  private final String source;

  TimeWindow(FieldCatalog catalog, String source) {
    this.catalog = catalog;
    this.source = source;
  }

  Pred build(BinaryCheck expr, FieldRef field, List<ValueExpr> values, Place place)
      throws CheckException {
    if (expr.operator() != Operator.EQ || values.size() != 1) {
      throw CheckException.type(expr.span(), "evt.around has the operator '=' only")
          .falco("evt.around supports only '=' comparison operator");
    }
    FieldRef time = catalog.resolve("evt.rawtime", source);
    if (time == null) {
      throw new IllegalStateException("every source has evt.rawtime");
    }
    ValueExpr value = values.get(0);
    try {
      long moment = Literals.number(String.valueOf(field.arg()), FieldType.UINT64);
      long delta = Literals.number(value.value().toString(), FieldType.UINT64);
      return new Check(
          new Load.Field(time),
          Check.Over.ONE,
          new Test.Around(moment, delta * NANOS_PER_MILLI),
          place);
    } catch (LiteralException e) {
      throw CheckException.literal(value.span(), e.text()).falco(e.falco());
    }
  }
}
