package io.falcoj.compiler.check.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.ast.Operator;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldType;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.schema.Transformer.Operand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/operators.md} says what the code does; {@code -Dbaseline.update} writes it. */
class OperatorsPageTest {
  private static final Path PAGE = Path.of("../docs/operators.md");
  private static final String HEAD =
      """
      # Operators and transformers by type

      Generated from `io.falcoj.compiler.check.condition.OperatorTable` and `io.falcoj.runtime.schema.Transformer`. What they
      mean is told in [The language of conditions](language.md); the type of each field stands in
      [Fields](fields.md).

      """;

  @Test
  void pageIsUpToDate() throws IOException {
    String page = HEAD + families() + operators() + transformers();
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().as("write it with -Dbaseline.update").isEqualTo(page);
  }

  private static Map<String, Operand> kinds() {
    Map<String, Operand> kinds = new LinkedHashMap<>();
    kinds.put("number", new Operand(FieldType.INT64, false));
    kinds.put("boolean", new Operand(FieldType.BOOL, false));
    kinds.put("text", Operand.TEXT);
    kinds.put("buffer", new Operand(FieldType.BYTEBUF, false));
    kinds.put("address", new Operand(FieldType.IPADDR, false));
    kinds.put("network", new Operand(FieldType.IPNET, false));
    kinds.put("list", Operand.TEXTS);
    kinds.put("other", new Operand(FieldType.UID, false));
    return kinds;
  }

  private static String kind(FieldType type) {
    return switch (type.family()) {
      case SIGNED, UNSIGNED, DOUBLE -> "number";
      case BOOL -> "boolean";
      case TEXT -> "text";
      case BYTES -> "buffer";
      case ADDRESS -> "address";
      case NETWORK -> "network";
      case OTHER -> "other";
    };
  }

  private static String families() {
    StringBuilder page = new StringBuilder("| kind | types |\n|---|---|\n");
    for (String kind : kinds().keySet()) {
      String types =
          kind.equals("list")
              ? listTypes()
              : Arrays.stream(FieldType.values())
                  .filter(type -> type != FieldType.NONE && kind(type).equals(kind))
                  .map(type -> "`" + type + "`")
                  .collect(Collectors.joining(", "));
      page.append("| ").append(kind).append(" | ").append(types).append(" |\n");
    }
    return page.append('\n').toString();
  }

  private static String listTypes() {
    return FieldCatalog.standard().all().stream()
        .filter(field -> field.shape() == FieldDef.Shape.LIST)
        .map(field -> "`" + field.type() + "`")
        .distinct()
        .sorted()
        .collect(Collectors.joining(", ", "several values of ", ""));
  }

  private static String operators() {
    StringBuilder page = new StringBuilder("## Operators\n\n| operator |");
    kinds().keySet().forEach(kind -> page.append(' ').append(kind).append(" |"));
    page.append(" modifiers |\n|---|").append("---|".repeat(kinds().size() + 1)).append('\n');
    for (Operator operator : Operator.values()) {
      page.append("| `").append(operator.text()).append("` |");
      for (Operand operand : kinds().values()) {
        page.append(OperatorTable.problem(operator, operand) == null ? " yes |" : " |");
      }
      page.append(operator.takesModifier() ? " yes |\n" : " |\n");
    }
    return page.append('\n').toString();
  }

  private static String transformers() {
    StringBuilder page = new StringBuilder("## Transformers of one argument\n\n| transformer |");
    kinds().keySet().forEach(kind -> page.append(' ').append(kind).append(" |"));
    page.append("\n|---|").append("---|".repeat(kinds().size())).append('\n');
    for (Transformer transformer : Transformer.values()) {
      StringBuilder row = new StringBuilder("| `" + transformer.label() + "` |");
      boolean any = false;
      for (Operand operand : kinds().values()) {
        String gives = gives(transformer, operand);
        any |= !gives.isEmpty();
        row.append(gives.isEmpty() ? " |" : " gives a " + gives + " |");
      }
      page.append(any ? row.append('\n') : "");
    }
    return page.toString();
  }

  private static String gives(Transformer transformer, Operand operand) {
    try {
      Operand result = transformer.result(List.of(operand), null);
      return result.list() ? "list" : kind(result.type());
    } catch (Transformer.ArgumentException e) {
      return "";
    }
  }
}
