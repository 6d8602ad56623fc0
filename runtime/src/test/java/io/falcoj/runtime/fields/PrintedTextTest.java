package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static io.falcoj.runtime.fields.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.proc.ProcFields;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PrintedTextTest {
  private final Scene scene = new Scene();

  @Test
  void controlCharactersAreReplacedWhenPrintedAndSeenByConditions() {
    ThreadInfo python = scene.process(20, 1, "python3");
    python.setArgs(text("-c\0a\nb\u007f\u00e4"));
    scene.actor(python);

    assertThat(printed("proc.cmdline")).isEqualTo("python3 -c a\ufffdb\ufffd\u00e4");
    assertThat(string(ProcFields.args(scene.ctx, 1))).isEqualTo("a\nb\u007f\u00e4");
  }

  @Test
  void textsOfThePluginArePrintedAsTheyAre() {
    ThreadInfo at = scene.process(20, 1, "atd");
    at.containerId = text("atd.service\n");
    scene.actor(at);

    assertThat(printed("container.id")).isEqualTo("atd.service\n");
  }

  private String printed(String field) {
    FieldRef ref = FieldCatalog.standard().resolve(field, EventSources.SYSCALL);
    TextBuilder out = new TextBuilder();
    FieldReader.of(Objects.requireNonNull(ref)).appendText(scene.ctx, out);
    return out.finish(new ByteSlice()).toString();
  }
}
