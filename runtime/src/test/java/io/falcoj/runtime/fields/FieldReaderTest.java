package io.falcoj.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.ArgKind;
import io.falcoj.runtime.schema.FieldDef.Shape;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FieldReaderTest {
  @TestFactory
  List<DynamicTest> everyRowHasAnAccessorOfItsShape() {
    return FieldCatalog.standard().all().stream()
        .map(
            def ->
                DynamicTest.dynamicTest(
                    def.name() + " " + def.arg(),
                    () -> assertThatCode(() -> bind(def)).doesNotThrowAnyException()))
        .toList();
  }

  private static void bind(FieldDef def) {
    String argument =
        switch (def.arg()) {
          case NONE -> null;
          case INDEX -> "1";
          default -> "flags";
        };
    FieldRef ref = new FieldRef(def, def.name(), argument, def.type());
    FieldReader.of(ref);
    if (def.type() != FieldType.DYN) {
      Accessors.find(ref, "");
    }
  }

  @Test
  void fieldsThatLookAtBothEndsTakeNoArgument() {
    assertThat(FieldCatalog.standard().all())
        .filteredOn(def -> def.shape() == Shape.EITHER_END)
        .isNotEmpty()
        .allMatch(def -> def.arg() == ArgKind.NONE);
  }
}
