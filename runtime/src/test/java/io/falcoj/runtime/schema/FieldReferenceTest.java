package io.falcoj.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.schema.FieldDef.ArgKind;
import io.falcoj.runtime.schema.FieldDef.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The catalogue has the fields that Falco 0.44.1 lists for system calls, and lists no others. */
class FieldReferenceTest {
  /** Falco's name for the type that a parameter has. */
  private static final Map<String, String> TYPE_NAMES = Map.of("DYNAMIC", "DYN");

  /** The rows of a name, together. */
  private record Field(String type, boolean list, String argument) {}

  @Test
  void everyListedFieldIsThereWithItsTypeAndArgument() throws IOException {
    Map<String, Field> ours = catalogue();
    Map<String, Field> theirs = new LinkedHashMap<>();
    for (String line : Files.readAllLines(Corpus.file("golden-falco/meta/fields.tsv"))) {
      String[] columns = line.split("\t", -1);
      if (!columns[0].equals("class")) {
        String type = TYPE_NAMES.getOrDefault(columns[2], columns[2]);
        theirs.put(columns[1], new Field(type, columns[3].equals("true"), columns[4]));
      }
    }
    // Falco lists it so, and takes it without an argument all the same.
    theirs.computeIfPresent("evt.abspath", (n, f) -> new Field(f.type(), f.list(), "optional"));
    Map<String, Field> same = new LinkedHashMap<>(ours);
    same.keySet().retainAll(theirs.keySet());
    assertThat(same).containsExactlyInAnyOrderEntriesOf(theirs);
    Set<String> further = new HashSet<>(ours.keySet());
    further.removeAll(theirs.keySet());
    assertThat(further).as("listed here alone").isEmpty();
  }

  /** The fields of system calls that are listed. */
  private static Map<String, Field> catalogue() {
    Map<String, List<FieldDef>> rows = new LinkedHashMap<>();
    for (FieldDef field : FieldCatalog.standard().all()) {
      if (field.fieldClass().in(EventSources.SYSCALL)
          && field.fieldClass() != FieldClass.STATIC
          && field.isListed()) {
        rows.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field);
      }
    }
    Map<String, Field> fields = new LinkedHashMap<>();
    rows.forEach((name, defs) -> fields.put(name, field(defs)));
    return fields;
  }

  private static Field field(List<FieldDef> rows) {
    boolean bare = rows.stream().anyMatch(row -> row.arg() == ArgKind.NONE);
    boolean argument = rows.stream().anyMatch(row -> row.arg() != ArgKind.NONE);
    return new Field(
        rows.get(0).type().toString(),
        rows.get(0).shape() == Shape.LIST,
        !argument ? "none" : bare ? "optional" : "required");
  }
}
