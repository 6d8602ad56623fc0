package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static io.falcoj.runtime.fields.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.proc.ProcFields;
import io.falcoj.runtime.fields.proc.ProcResourceFields;
import io.falcoj.runtime.fields.proc.ThreadFields;
import io.falcoj.runtime.state.ThreadInfo;
import org.junit.jupiter.api.Test;

class ThreadFieldsTest {
  private final Scene scene = new Scene();
  private final ThreadInfo nginx = scene.process(20, 1, "nginx");

  @Test
  void capabilitiesAreNamedFromTheLowestBit() {
    nginx.capEffective = 1 | 1L << 21 | 1L << 40;
    scene.actor(nginx);

    assertThat(string(ThreadFields.capEffective(scene.ctx)))
        .isEqualTo("CAP_CHOWN CAP_SYS_ADMIN CAP_CHECKPOINT_RESTORE");
    assertThat(string(ThreadFields.capPermitted(scene.ctx))).isEmpty();
  }

  @Test
  void controlGroupsHaveTheNamesOfTheirSubsystems() {
    nginx.cgroups = text("cpu_cgroup=/a\0io=/b=c\0mem_cgroup=/\0perf=/p");
    scene.actor(nginx);

    assertThat(string(ThreadFields.cgroups(scene.ctx)))
        .isEqualTo("cpu=/a blkio=/b=c memory=/ perf_event=/p");
    assertThat(string(ThreadFields.cgroup(scene.ctx, text("blkio")))).isEqualTo("/b=c");
    assertThat(string(ThreadFields.cgroup(scene.ctx, text("memory")))).isEqualTo("/");
    assertThat(ThreadFields.cgroup(scene.ctx, text("io"))).isNull();
  }

  @Test
  void withoutControlGroupsTheFieldIsAbsent() {
    scene.actor(nginx);

    assertThat(ThreadFields.cgroups(scene.ctx)).isNull();
    assertThat(ThreadFields.cgroup(scene.ctx, text("cpu"))).isNull();
  }

  @Test
  void memoryBelongsToTheMainThread() {
    nginx.vmSizeKb = 7;
    ThreadInfo worker = new ThreadInfo();
    worker.tid = 21;
    worker.pid = 20;
    worker.ptid = 1;
    worker.vmSizeKb = 7;
    scene.tables.threads().add(worker, true);

    assertThat(ThreadFields.vmsizeB(scene.actor(nginx).ctx)).isEqualTo(7 * 1024);
    assertThat(ThreadFields.vmsizeB(scene.actor(worker).ctx)).isZero();
    assertThat(ProcResourceFields.vmsize(scene.ctx)).isEqualTo(7);
    assertThat(ProcFields.nthreads(scene.ctx)).isEqualTo(2);
    assertThat(ProcFields.nchilds(scene.ctx)).isEqualTo(1);
  }

  @Test
  void usageOfDescriptorsIsAPercentageOfTheLimit() {
    nginx.fdLimit = -1;
    scene.actor(nginx);
    assertThat(Double.longBitsToDouble(ProcResourceFields.fdusage(scene.ctx))).isZero();
    assertThat(ProcResourceFields.fdlimit(scene.ctx)).isEqualTo(-1);
    assertThat(ProcResourceFields.stdinName(scene.ctx)).isNull();
  }
}
