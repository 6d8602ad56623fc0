package io.falcoj.compiler.ir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints predicates on one line, for baselines and messages. */
public final class IrPrinter implements Pred.Visitor<String> {
  private static final IrPrinter PRINTER = new IrPrinter();

  private IrPrinter() {}

  public static String print(Pred pred) {
    return pred.accept(PRINTER);
  }

  @Override
  public String visit(AllOf pred) {
    return list("and", pred.operands());
  }

  @Override
  public String visit(AnyOf pred) {
    return list("or", pred.operands());
  }

  @Override
  public String visit(Not pred) {
    return "(not " + print(pred.operand()) + ")";
  }

  @Override
  public String visit(Always pred) {
    return pred.value() ? "always" : "never";
  }

  @Override
  public String visit(Exists pred) {
    return "(exists " + print(pred.load()) + ")";
  }

  @Override
  public String visit(Check pred) {
    String over =
        pred.over() == Check.Over.ONE
            ? ""
            : pred.over().name().toLowerCase(Locale.ROOT).replace('_', '-') + " ";
    return "(" + over + print(pred.load()) + " " + pred.test() + ")";
  }

  @Override
  public String visit(EventTypeIs pred) {
    CodeSet set = pred.codes();
    return "(event-type "
        + set.codes()
        + " "
        + set.syscalls()
        + (set.asyncListed() ? " " : " !")
        + set.asyncNames()
        + ")";
  }

  private static String list(String name, List<Pred> operands) {
    return operands.stream()
        .map(IrPrinter::print)
        .collect(Collectors.joining(" ", "(" + name + " ", ")"));
  }

  /** A load as a rule writes it. */
  public static String print(Load load) {
    if (load instanceof Load.Field field) {
      return field.ref().text();
    }
    if (load instanceof Load.Text text) {
      return '"' + text.value().toString() + '"';
    }
    if (load instanceof Load.Printed printed) {
      return print(printed.number());
    }
    if (load instanceof Load.Items items) {
      return items.items().stream()
          .map(IrPrinter::print)
          .collect(Collectors.joining(", ", "(", ")"));
    }
    Load.Call call = (Load.Call) load;
    String arguments =
        call.arguments().stream().map(IrPrinter::print).collect(Collectors.joining(", "));
    String selector = call.selector() == null ? "" : "[" + call.selector() + "]";
    return call.transformer().label() + "(" + arguments + ")" + selector;
  }
}
