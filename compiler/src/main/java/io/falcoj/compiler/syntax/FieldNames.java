package io.falcoj.compiler.syntax;

import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.ListExpr;
import io.falcoj.compiler.ast.Operand;
import io.falcoj.compiler.ast.TransformerExpr;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.syntax.grammar.ConditionSyntax;
import io.falcoj.compiler.syntax.grammar.NestingLimit;
import io.falcoj.compiler.syntax.grammar.SyntaxFault;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldException;
import java.util.List;

/** Whether what an exception names as a field is one, or a transformer of such. */
final class FieldNames {
  private FieldNames() {}

  static boolean exist(ScalarText text, String source, FieldCatalog catalog) {
    try {
      return exist(ConditionSyntax.operand(text, NestingLimit.RULE_FILES), source, catalog);
    } catch (SyntaxFault fault) {
      return false;
    }
  }

  private static boolean exist(Operand operand, String source, FieldCatalog catalog) {
    if (operand instanceof FieldExpr field) {
      try {
        return catalog.resolve(field.text(), source) != null;
      } catch (FieldException e) {
        return false;
      }
    }
    List<Operand> parts =
        operand instanceof TransformerExpr call
            ? call.arguments()
            : operand instanceof ListExpr list ? list.items() : List.of();
    return parts.stream().allMatch(part -> exist(part, source, catalog));
  }
}
