package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.proc.ProcSessionFields;
import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;

class ProcSessionFieldsTest {
  private final Scene scene = new Scene();
  private final ThreadInfo init = scene.process(1, 0, "systemd");
  private final ThreadInfo shell = scene.process(20, 1, "bash");
  private final ThreadInfo ls = scene.process(30, 20, "ls");

  @Test
  void theLeaderIsTheThreadOfThatNumber() {
    ls.sid = 20;
    ls.vpgid = 30;
    scene.actor(ls);

    assertThat(string(ProcSessionFields.sname(scene.ctx))).isEqualTo("bash");
    assertThat(string(ProcSessionFields.vpgidExepath(scene.ctx))).isEqualTo("/bin/ls");
    assertThat(ProcSessionFields.isSidLeader(scene.ctx)).isZero();
    assertThat(ProcSessionFields.isVpgidLeader(scene.ctx)).isOne();
  }

  @Test
  void anUnknownLeaderIsTheOldestAncestorOfTheGroup() {
    ls.sid = 99;
    shell.sid = 99;
    init.sid = 1;
    scene.actor(ls);

    assertThat(string(ProcSessionFields.sname(scene.ctx))).isEqualTo("bash");
  }

  @Test
  void insideAPidNamespaceNumbersOfTheMachineMeanNothing() {
    ls.vtid = 5;
    ls.sid = 1;
    shell.sid = 1;
    init.sid = 0;
    scene.actor(ls);

    assertThat(string(ProcSessionFields.sname(scene.ctx))).isEqualTo("bash");
  }

  @Test
  void withoutALeaderTheTextsAreEmptyAndPresent() {
    scene.actor(ls);

    assertThat(ProcSessionFields.pgid(scene.ctx)).isEqualTo(-1);
    assertThat(string(ProcSessionFields.pgidName(scene.ctx))).isEmpty();
    assertThat(string(ProcSessionFields.pgidExe(scene.ctx))).isEmpty();
    assertThat(ProcSessionFields.isPgidLeader(scene.ctx)).isZero();
  }
}
