package io.falcoj.runtime.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.runtime.schema.FieldDef.ArgKind;
import io.falcoj.runtime.schema.FieldDef.Shape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCatalogTest {
  private static final FieldCatalog CATALOG = FieldCatalog.standard();

  @ParameterizedTest
  @CsvSource({
    "proc.name, NONE, CHARBUF",
    "proc.aname, NONE, CHARBUF",
    "proc.aname[2], INDEX, CHARBUF",
    "proc.env[PATH], KEY, CHARBUF",
    "proc.env[3], INDEX, CHARBUF",
    "evt.arg.flags, PARAM, CHARBUF",
    "evt.arg[1], PARAM, CHARBUF",
    "evt.arg[99], PARAM, CHARBUF",
    "evt.rawarg.res, PARAM, ERRNO",
    "evt.rawarg.size, PARAM, UINT32",
    "evt.type.is.openat, SUFFIX, UINT32",
    "evt.type.is.2, SUFFIX, UINT32",
    "thread.cgroup.cpu, SUFFIX, CHARBUF",
    "container.label[app], KEY, CHARBUF",
    "container.mount.dest[0], KEY, CHARBUF",
    "evt.abspath, NONE, CHARBUF",
    "evt.abspath.src, SUFFIX, CHARBUF"
  })
  void findsTheRowThatFitsTheArgument(String text, ArgKind arg, FieldType type) {
    FieldRef ref = resolve(text);
    assertThat(ref).isNotNull();
    assertThat(ref.def().arg()).isEqualTo(arg);
    assertThat(ref.type()).isEqualTo(type);
    assertThat(ref.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nope.field",
        "evt.type[0]",
        "proc.name.x",
        "proc.aname[1.5]",
        "proc.env.PATH",
        "notproc.name",
        "evt.arg.namex",
        "static.region",
        ""
      })
  void knowsNoOtherFields(String text) {
    assertThat(resolve(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "evt.arg.nope, unknown event argument nope",
    "evt.rawarg[0], evt.arg fields must be expressed explicitly",
    "evt.arg[x], x is not a valid number",
    "container.label, field 'container.label' requires an argument in brackets",
    "container.id[x], 'field ''container.id'' does not take an argument, but one is given: x'"
  })
  void saysWhatIsWrongWithAnArgument(String text, String message) {
    assertThatThrownBy(() -> resolve(text)).isInstanceOf(FieldException.class).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'proc.name.foo bar', proc.name, 9",
    "'fd.name.', fd.name, 7",
    "'proc.aname[2]:', proc.aname[2], 13",
    "'proc.aname[x]', proc.aname, 10",
    "'proc.env[\"A B\"] x', proc.env[A B], 15",
    "'evt.type.is.2', evt.type, 8",
    "'evt.arg.flagsx', evt.arg.flags, 13"
  })
  void outputsTakeTheLongestFieldAtAPosition(String text, String field, int end) {
    FieldCatalog.Prefix prefix = CATALOG.longestPrefix(text, 0, EventSources.SYSCALL);
    assertThat(prefix).isNotNull();
    assertThat(prefix.ref().text()).isEqualTo(field);
    assertThat(prefix.end()).isEqualTo(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proc.nam", " proc.name", "%", "", "9", "container.label x"})
  void outputsFindNoFieldElsewhere(String text) {
    assertThat(CATALOG.longestPrefix(text, 0, EventSources.SYSCALL)).isNull();
  }

  @Test
  void sourcesHaveTheirOwnFields() {
    assertThat(CATALOG.resolve("evt.num", EventSources.K8S_AUDIT)).isNotNull();
    assertThat(CATALOG.resolve("proc.name", EventSources.K8S_AUDIT)).isNull();
    assertThat(CATALOG.resolve("ka.verb", EventSources.SYSCALL)).isNull();
  }

  @Test
  void constantsAreFieldsOnlyWhenConfigured() {
    FieldCatalog configured = FieldCatalog.withConstants(java.util.List.of("region"));
    assertThat(configured.resolve("static.region", EventSources.SYSCALL)).isNotNull();
    assertThat(configured.resolve("static.other", EventSources.SYSCALL)).isNull();
  }

  @Test
  void suggestsNamesThatLookAlike() {
    assertThat(CATALOG.similar("proc.nam", EventSources.SYSCALL)).contains("proc.name");
    assertThat(CATALOG.similar("entirely.different", EventSources.SYSCALL)).isEmpty();
  }

  @Test
  void rowsOfOneNameDifferInTheirArgument() {
    assertThat(CATALOG.all())
        .extracting(def -> def.name() + " " + def.arg())
        .doesNotHaveDuplicates();
    assertThat(resolve("fd.ip")).extracting(ref -> ref.def().shape()).isEqualTo(Shape.EITHER_END);
  }

  private static @Nullable FieldRef resolve(String text) {
    return CATALOG.resolve(text, EventSources.SYSCALL);
  }
}
