package io.falcoj.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldDef.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/fields.md} lists the rows of the catalogue; {@code -Dbaseline.update} writes it. */
class FieldsPageTest {
  private static final Path PAGE = Path.of("../docs/fields.md");
  private static final String HEAD =
      """
      # Fields

      What conditions and outputs can name, generated from the rows of `io.falcoj.runtime.schema.FieldCatalog`.
      `falco-run --list-fields [SOURCE]` prints the same. `N` is a number, `KEY` a text, `NAME` the name of a
      parameter or subsystem, `/PATH` a JSON pointer. A value that is not there makes every check false and prints
      as `<NA>`, in JSON as `null`.

      Types: `CHARBUF` is text, `BYTEBUF` bytes, `RELTIME` and `ABSTIME` nanoseconds, `DYN` the type of the event's
      parameter. A `list` has several values, `in` asks for all of them and `intersects` for any. With `any`, a check
      holds when it holds for one value, `!=` included. With `either end`, `=` asks either end of a connection and
      `!=` both. `condition` and `output` say where alone a field may stand, `deprecated` that it loads with a
      warning, `hidden` that it loads and Falco does not list it.
      """;

  @Test
  void pageIsUpToDate() throws IOException {
    String page = page();
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().as("write it with -Dbaseline.update").isEqualTo(page);
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (FieldClass group : FieldClass.values()) {
      List<FieldDef> fields = new ArrayList<>();
      FieldCatalog.standard().all().stream()
          .filter(field -> field.fieldClass() == group)
          .forEach(fields::add);
      if (!fields.isEmpty()) {
        page.append("\n## ").append(title(group)).append("\n\n");
        page.append("| field | type | what |\n|---|---|---|\n");
        fields.forEach(field -> page.append(row(field)));
      }
    }
    return page.toString();
  }

  private static String title(FieldClass group) {
    String sources =
        EventSources.all().stream().filter(group::in).collect(Collectors.joining(", "));
    return group.label() + " (" + sources + ")";
  }

  private static String row(FieldDef field) {
    List<String> type = new ArrayList<>();
    type.add(field.type().toString());
    if (field.shape() != Shape.SINGLE) {
      type.add(
          switch (field.shape()) {
            case LIST -> "list";
            case ANY_OF -> "any";
            default -> "either end";
          });
    }
    add(type, field, FieldFlag.FILTER_ONLY, "condition");
    add(type, field, FieldFlag.PRINT_ONLY, "output");
    add(type, field, FieldFlag.DEPRECATED, "deprecated");
    add(type, field, FieldFlag.TABLE_ONLY, "hidden");
    return "| `%s` | %s | %s |%n"
        .formatted(
            field.usage().replace("|", "` or `" + field.name()),
            String.join(", ", type),
            field.description().replace("|", "\\|"));
  }

  private static void add(List<String> words, FieldDef field, FieldFlag flag, String word) {
    if (field.has(flag)) {
      words.add(word);
    }
  }
}
