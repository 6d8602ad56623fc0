package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static io.falcoj.runtime.fields.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventEncoder;
import io.falcoj.runtime.fields.container.ContainerFields;
import io.falcoj.runtime.fields.proc.ProcExeFields;
import io.falcoj.runtime.fields.proc.ProcFields;
import io.falcoj.runtime.fields.proc.ThreadFields;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;

class ProcFieldsTest {
  private final Scene scene = new Scene();
  private final ThreadInfo init = scene.process(1, 0, "systemd");
  private final ThreadInfo shell = scene.process(20, 1, "bash");
  private final ThreadInfo ls = scene.process(30, 20, "ls");

  @Test
  void commandLineIsNameAndArguments() {
    ls.setArgs(text("-l\0\0/tmp"));
    scene.actor(ls);

    assertThat(string(ProcFields.cmdline(scene.ctx))).isEqualTo("ls -l  /tmp");
    assertThat(string(ProcFields.exeline(scene.ctx))).isEqualTo("ls -l  /tmp");
    assertThat(string(ProcFields.args(scene.ctx))).isEqualTo("-l  /tmp");
    assertThat(string(ProcFields.args(scene.ctx, 0))).isEqualTo("-l");
    assertThat(string(ProcFields.args(scene.ctx, 1))).isEmpty();
    assertThat(string(ProcFields.args(scene.ctx, 2))).isEqualTo("/tmp");
    assertThat(ProcFields.cmdnargs(scene.ctx)).isEqualTo(3);
    assertThat(ProcFields.cmdlenargs(scene.ctx)).isEqualTo(6);
  }

  @Test
  void anArgumentThatIsNotThereIsEmptyAndPresent() {
    scene.actor(ls);

    assertThat(string(ProcFields.args(scene.ctx, 0))).isEmpty();
    assertThat(string(ProcFields.args(scene.ctx))).isEmpty();
    assertThat(string(ProcFields.cmdline(scene.ctx))).isEqualTo("ls");
    assertThat(string(ProcFields.exeline(scene.ctx))).isEqualTo("ls ");
    assertThat(ProcFields.cmdnargs(scene.ctx)).isZero();
    assertThat(ProcFields.cmdlenargs(scene.ctx)).isZero();
  }

  @Test
  void aVariableLosesTheBlanksAroundItAndIsEmptyWhenNotSet() {
    ls.setOwnEnv(text("PATHS=no\0PATH=  /bin:/sbin \0EMPTY=\0HOME=/root"));
    scene.actor(ls);

    assertThat(string(ProcFields.env(scene.ctx, text("PATH")))).isEqualTo("/bin:/sbin");
    assertThat(string(ProcFields.env(scene.ctx, text("HOME")))).isEqualTo("/root");
    assertThat(string(ProcFields.env(scene.ctx, text("EMPTY")))).isEmpty();
    assertThat(string(ProcFields.env(scene.ctx, text("PAT")))).isEmpty();
    assertThat(string(ProcFields.env(scene.ctx, 3)))
        .isEqualTo("PATHS=no PATH=  /bin:/sbin  EMPTY= HOME=/root");
  }

  @Test
  void theParentIsTheMainThreadOfTheOneAbove() {
    scene.actor(ls);

    assertThat(string(ProcFields.pname(scene.ctx))).isEqualTo("bash");
    assertThat(ProcFields.ppid(scene.ctx)).isEqualTo(20);

    scene.actor(init);
    assertThat(ProcFields.pname(scene.ctx)).isNull();
    assertThat(ProcFields.ppid(scene.ctx)).isZero();
    assertThat(scene.ctx.isAbsent()).isTrue();
  }

  @Test
  void theLoginShellIsTheOldestShell() {
    scene.process(40, 30, "zsh");
    scene.actor(scene.process(50, 40, "vi"));

    assertThat(ProcFields.loginshellid(scene.ctx)).isEqualTo(shell.pid);

    scene.actor(init);
    ProcFields.loginshellid(scene.ctx);
    assertThat(scene.ctx.isAbsent()).isTrue();
  }

  @Test
  void allIsAbsentWithoutAThreadButItsNumber() {
    EventEncoder encoder = new EventEncoder();
    scene.happens(
        encoder.begin(EventTable.standard().byId("SYSCALL_GETCWD_X"), Scene.NOW, 77).number(0));

    assertThat(ThreadFields.tid(scene.ctx)).isEqualTo(77);
    assertThat(scene.ctx.isAbsent()).isFalse();
    assertThat(ProcFields.name(scene.ctx)).isNull();
    assertThat(ProcFields.args(scene.ctx, 0)).isNull();
    assertThat(ContainerFields.id(scene.ctx)).isNull();
    ProcFields.pid(scene.ctx);
    assertThat(scene.ctx.isAbsent()).isTrue();
  }

  @Test
  void theDurationOfAParentWithUnknownStartIsTheNumberOfDescriptors() {
    shell.cloneTime = Scene.NOW - 5;
    scene.actor(ls);
    assertThat(ProcExeFields.ppidDuration(scene.ctx)).isEqualTo(5);

    shell.cloneTime = 0;
    assertThat(ProcExeFields.ppidDuration(scene.ctx)).isEqualTo(ls.fdCount());
    assertThat(scene.ctx.isAbsent()).isFalse();

    ProcExeFields.duration(scene.ctx);
    assertThat(scene.ctx.isAbsent()).isTrue();
  }
}
