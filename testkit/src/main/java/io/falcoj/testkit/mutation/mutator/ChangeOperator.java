package io.falcoj.testkit.mutation.mutator;

import io.falcoj.compiler.ast.BinaryCheck;
import io.falcoj.compiler.ast.FieldExpr;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.testkit.mutation.source.Mutant;
import io.falcoj.testkit.mutation.source.Target;
import io.falcoj.testkit.mutation.source.TextEdit;
import io.falcoj.testkit.mutation.source.WrittenText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * An operator becomes its neighbour: {@code =} and {@code !=}, {@code contains} and {@code
 * startswith} …
 */
final class ChangeOperator implements Mutator {
  private static final Map<Operator, Operator> NEIGHBOURS = new EnumMap<>(Operator.class);

  static {
    NEIGHBOURS.put(Operator.EQ, Operator.NE);
    NEIGHBOURS.put(Operator.NE, Operator.EQ);
    NEIGHBOURS.put(Operator.LT, Operator.LE);
    NEIGHBOURS.put(Operator.LE, Operator.LT);
    NEIGHBOURS.put(Operator.GT, Operator.GE);
    NEIGHBOURS.put(Operator.GE, Operator.GT);
    NEIGHBOURS.put(Operator.CONTAINS, Operator.STARTSWITH);
    NEIGHBOURS.put(Operator.ICONTAINS, Operator.CONTAINS);
    NEIGHBOURS.put(Operator.BCONTAINS, Operator.BSTARTSWITH);
    NEIGHBOURS.put(Operator.STARTSWITH, Operator.CONTAINS);
    NEIGHBOURS.put(Operator.BSTARTSWITH, Operator.BCONTAINS);
    NEIGHBOURS.put(Operator.ENDSWITH, Operator.CONTAINS);
    NEIGHBOURS.put(Operator.IGLOB, Operator.GLOB);
    NEIGHBOURS.put(Operator.IN, Operator.INTERSECTS);
    NEIGHBOURS.put(Operator.INTERSECTS, Operator.IN);
    NEIGHBOURS.put(Operator.PMATCH, Operator.IN);
  }

  @Override
  public String name() {
    return "change-operator";
  }

  @Override
  public List<Mutant> mutate(Target target) {
    if (target instanceof Target.Part part && part.expr() instanceof BinaryCheck check) {
      return check(part, check);
    }
    return target instanceof Target.Exempted exempted ? exception(exempted) : List.of();
  }

  private List<Mutant> check(Target.Part part, BinaryCheck check) {
    Operator other = NEIGHBOURS.get(check.operator());
    String text = part.condition().text();
    int from = check.left().span().end();
    while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    String written = text.startsWith("==", from) ? "==" : check.operator().text();
    if (other == null || !text.startsWith(written, from) || isTypeAmong(check, other)) {
      return List.of();
    }
    TextEdit edit = new TextEdit(from, from + written.length(), other.text());
    return part.mutant(name(), described(written, other), List.of(edit)).stream().toList();
  }

  /** The event has one type: it is among several either way, but only {@code in} is dispatched. */
  private static boolean isTypeAmong(BinaryCheck check, Operator other) {
    return other == Operator.INTERSECTS
        && check.left() instanceof FieldExpr field
        && field.name().equals("evt.type");
  }

  private List<Mutant> exception(Target.Exempted target) {
    ExceptionDef exception = target.exception();
    List<Mutant> mutants = new ArrayList<>();
    for (ScalarText comp : exception.comps()) {
      Operator operator = Operator.of(comp.text());
      Operator other = operator == null ? null : NEIGHBOURS.get(operator);
      if (other != null) {
        TextEdit edit = new TextEdit(0, comp.text().length(), other.text());
        WrittenText source = new WrittenText(comp);
        List<ScalarText> comps = new ArrayList<>(exception.comps());
        comps.replaceAll(c -> c == comp ? source.with(List.of(edit)) : c);
        source
            .inFile(List.of(inFile(comp, edit)))
            .map(
                edits ->
                    target.mutant(
                        name(), described(comp.text(), other), edits, exception.withComps(comps)))
            .ifPresent(mutants::add);
      }
    }
    return mutants;
  }

  /** Some operators mean something to YAML, unless they stand in quotes. */
  private static TextEdit inFile(ScalarText comp, TextEdit edit) {
    SourceSpan place = comp.span();
    char before = place.file().text().charAt(place.start() - 1);
    return before == '"' || before == '\''
        ? edit
        : new TextEdit(edit.start(), edit.end(), '"' + edit.replacement() + '"');
  }

  private static String described(String written, Operator other) {
    return "`" + written + "` replaced by `" + other.text() + "`";
  }
}
