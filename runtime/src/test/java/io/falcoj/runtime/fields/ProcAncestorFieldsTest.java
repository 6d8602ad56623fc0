package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static io.falcoj.runtime.fields.Scene.strings;
import static io.falcoj.runtime.fields.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.proc.ProcAncestorFields;
import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;

class ProcAncestorFieldsTest {
  private final Scene scene = new Scene();
  private final ThreadInfo init = scene.process(1, 0, "systemd");
  private final ThreadInfo shell = scene.process(20, 1, "bash");
  private final ThreadInfo ls = scene.process(30, 20, "ls");

  @Test
  void withoutANumberAllAncestorsButNotTheProcessItself() {
    shell.setArgs(text("-c\0ls"));
    scene.actor(ls);

    assertThat(strings(ProcAncestorFields.aname(scene.ctx))).containsExactly("bash", "systemd");
    assertThat(strings(ProcAncestorFields.aexepath(scene.ctx)))
        .containsExactly("/bin/bash", "/bin/systemd");
    assertThat(strings(ProcAncestorFields.acmdline(scene.ctx)))
        .containsExactly("bash -c ls", "systemd");
    assertThat(string(ProcAncestorFields.anameShown(scene.ctx))).isEqualTo("bash systemd");
    assertThat(string(ProcAncestorFields.aargs(scene.ctx))).isEqualTo("-c ls ");
  }

  @Test
  void aNumberCountsFromTheProcessItself() {
    scene.actor(ls);

    assertThat(string(ProcAncestorFields.aname(scene.ctx, 0))).isEqualTo("ls");
    assertThat(string(ProcAncestorFields.aname(scene.ctx, 2))).isEqualTo("systemd");
    assertThat(ProcAncestorFields.aname(scene.ctx, 3)).isNull();
    assertThat(ProcAncestorFields.apid(scene.ctx, 1)).isEqualTo(20);
    ProcAncestorFields.apid(scene.ctx, 3);
    assertThat(scene.ctx.isAbsent()).isTrue();
  }

  @Test
  void printedWithoutANumberTheIdIsTheProcessItself() {
    scene.actor(ls);

    assertThat(ProcAncestorFields.apid(scene.ctx).size()).isEqualTo(2);
    assertThat(ProcAncestorFields.apid(scene.ctx).number(0)).isEqualTo(20);
    assertThat(ProcAncestorFields.apidShown(scene.ctx)).isEqualTo(30);
  }

  @Test
  void withoutAncestorsNothingIsPrinted() {
    scene.actor(init);

    assertThat(strings(ProcAncestorFields.aname(scene.ctx))).isEmpty();
    assertThat(ProcAncestorFields.anameShown(scene.ctx)).isNull();
    assertThat(ProcAncestorFields.aargs(scene.ctx)).isNull();
  }

  @Test
  void aCircleOfParentsEnds() {
    init.ptid = 30;
    scene.actor(ls);

    assertThat(strings(ProcAncestorFields.aname(scene.ctx))).hasSizeLessThan(4);
    assertThat(string(ProcAncestorFields.aname(scene.ctx, 7))).isEqualTo("bash");
  }

  @Test
  void aVariableComesFromTheNearestAncestorThatHasIt() {
    ls.setOwnEnv(text("A=own"));
    shell.setOwnEnv(text("B=shell"));
    init.setOwnEnv(text("A=init\0B=init"));
    scene.actor(ls);

    assertThat(string(ProcAncestorFields.aenv(scene.ctx, text("A")))).isEqualTo("init");
    assertThat(string(ProcAncestorFields.aenv(scene.ctx, text("B")))).isEqualTo("shell");
    assertThat(string(ProcAncestorFields.aenv(scene.ctx, text("C")))).isEmpty();
    assertThat(strings(ProcAncestorFields.aenv(scene.ctx)))
        .containsExactly("B=shell", "A=init B=init");
  }

  @Test
  void theEnvironmentIsPrintedOfTheAncestorAsked() {
    ls.setOwnEnv(text("A=own"));
    shell.setOwnEnv(text("B=shell"));
    scene.actor(ls);

    assertThat(string(ProcAncestorFields.aenvShown(scene.ctx))).isEqualTo("A=own");
    assertThat(string(ProcAncestorFields.aenvShown(scene.ctx, 0))).isEqualTo("A=own");
    assertThat(string(ProcAncestorFields.aenvShown(scene.ctx, 1))).isEqualTo("B=shell");
    assertThat(ProcAncestorFields.aenvShown(scene.ctx, 3)).isNull();
    assertThat(strings(ProcAncestorFields.aenv(scene.ctx, 1))).hasSize(2);
  }
}
