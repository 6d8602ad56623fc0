package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static io.falcoj.runtime.fields.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.container.ContainerFields;
import io.falcoj.runtime.fields.container.ContainerMountFields;
import io.falcoj.runtime.fields.container.K8sFields;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.state.container.ContainerInfo.Mount;
import io.falcoj.runtime.value.ByteSlice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ContainerFieldsTest {
  private static final ByteSlice WEB = text("3ad7b26ded6d");
  private static final ByteSlice NONE = ByteSlice.EMPTY;

  private final Scene scene = new Scene();
  private final ThreadInfo nginx = scene.process(20, 1, "nginx");

  @Test
  void theHostIsAContainerWithEmptyTexts() {
    scene.actor(nginx);

    assertThat(string(ContainerFields.id(scene.ctx))).isEqualTo("host");
    assertThat(string(ContainerFields.fullId(scene.ctx))).isEqualTo("host");
    assertThat(string(ContainerFields.name(scene.ctx))).isEqualTo("host");
    assertThat(string(ContainerFields.type(scene.ctx))).isEqualTo("host");
    assertThat(string(ContainerFields.imageRepository(scene.ctx))).isEmpty();
    assertThat(string(ContainerMountFields.mounts(scene.ctx))).isEmpty();
    assertThat(ContainerMountFields.mount(scene.ctx, text("0"))).isNull();
    assertThat(string(K8sFields.podIp(scene.ctx))).isEmpty();
    assertThat(K8sFields.podName(scene.ctx)).isNull();
    assertThat(ContainerFields.privileged(scene.ctx)).isZero();
    assertThat(scene.ctx.isAbsent()).isFalse();
  }

  @Test
  void ofAnUndescribedContainerOnlyIdAndStartAreKnown() {
    nginx.containerId = WEB;
    nginx.pidNamespaceStart = Scene.NOW - 3;
    scene.actor(nginx);

    assertThat(string(ContainerFields.id(scene.ctx))).isEqualTo("3ad7b26ded6d");
    assertThat(ContainerFields.duration(scene.ctx)).isEqualTo(3);
    assertThat(ContainerFields.startTs(scene.ctx)).isEqualTo(Scene.NOW - 3);
    assertThat(scene.ctx.isAbsent()).isFalse();
    assertThat(ContainerFields.name(scene.ctx)).isNull();
    assertThat(ContainerFields.labels(scene.ctx)).isNull();
    assertThat(K8sFields.podLabels(scene.ctx)).isNull();
    ContainerFields.privileged(scene.ctx);
    assertThat(scene.ctx.isAbsent()).isTrue();
  }

  @Test
  void looksAtAnUndescribedContainerAreCounted() {
    nginx.containerId = WEB;
    scene.actor(nginx);
    ContainerFields.id(scene.ctx);
    assertThat(scene.tables.figures().unknownContainers()).isZero();
    ContainerFields.name(scene.ctx);
    K8sFields.podName(scene.ctx);
    assertThat(scene.tables.figures().unknownContainers()).isEqualTo(2);

    scene.tables.containers().put(describe(Map.of(), Map.of()));
    ContainerFields.name(scene.ctx);
    scene.actor(scene.process(30, 1, "sshd"));
    ContainerFields.name(scene.ctx);
    assertThat(scene.tables.figures().unknownContainers()).isEqualTo(2);
  }

  @Test
  void aMountIsNamedByPositionOrByAnExpressionInItsSource() {
    scene
        .tables
        .containers()
        .put(
            describe(
                Map.of(),
                Map.of(),
                new Mount(text("/var/www"), text("/srv"), text("ro"), false, text("rprivate")),
                new Mount(text("/etc/ssl"), text("/certs"), NONE, true, NONE)));
    nginx.containerId = WEB;
    scene.actor(nginx);

    assertThat(string(ContainerMountFields.mounts(scene.ctx)))
        .isEqualTo("/var/www:/srv:ro:false:rprivate,/etc/ssl:/certs::true:");
    assertThat(string(ContainerMountFields.mountDest(scene.ctx, text("1")))).isEqualTo("/certs");
    assertThat(string(ContainerMountFields.mountDest(scene.ctx, text("s{2}l$"))))
        .isEqualTo("/certs");
    assertThat(string(ContainerMountFields.mountSource(scene.ctx, text("^/srv"))))
        .isEqualTo("/var/www");
    assertThat(string(ContainerMountFields.mountRdwr(scene.ctx, text("/etc*")))).isEqualTo("true");
    assertThat(ContainerMountFields.mountMode(scene.ctx, text("x*"))).isNull();
    assertThat(ContainerMountFields.mountMode(scene.ctx, text("["))).isNull();
    assertThat(ContainerMountFields.mountMode(scene.ctx, text("2"))).isNull();
    assertThat(ContainerMountFields.mountMode(scene.ctx, text("99999999999999999999"))).isNull();
  }

  @Test
  void labelsArePrintedWithoutThoseOfTheKubelet() {
    Map<ByteSlice, ByteSlice> labels = new TreeMap<>();
    labels.put(text("app"), text("web"));
    labels.put(text("annotation.x"), text("y"));
    labels.put(text("io.kubernetes.pod.name"), text("web-1"));
    labels.put(text("empty"), NONE);
    scene.tables.containers().put(describe(labels, Map.of(text("tier"), text("front"))));
    nginx.containerId = WEB;
    scene.actor(nginx);

    assertThat(string(ContainerFields.labels(scene.ctx))).isEqualTo("app:web, empty");
    assertThat(string(ContainerFields.label(scene.ctx, text("empty")))).isEmpty();
    assertThat(ContainerFields.label(scene.ctx, text("other"))).isNull();
    assertThat(string(K8sFields.podName(scene.ctx))).isEqualTo("web-1");
    assertThat(K8sFields.nsName(scene.ctx)).isNull();
    assertThat(string(K8sFields.podLabel(scene.ctx, text("tier")))).isEqualTo("front");
  }

  @Test
  void anEventAboutAContainerSpeaksOfThatOne() {
    scene.actor(nginx);
    scene.state.container = describe(Map.of(), Map.of());

    assertThat(string(ContainerFields.id(scene.ctx))).isEqualTo("3ad7b26ded6d");
    assertThat(string(ContainerFields.name(scene.ctx))).isEqualTo("web");
  }

  private static ContainerInfo describe(
      Map<ByteSlice, ByteSlice> labels, Map<ByteSlice, ByteSlice> podLabels, Mount... mounts) {
    return new ContainerInfo(
        WEB,
        NONE,
        0,
        text("web"),
        text("nginx:1"),
        NONE,
        text("nginx"),
        text("1"),
        NONE,
        NONE,
        false,
        false,
        false,
        false,
        false,
        NONE,
        NONE,
        NONE,
        labels,
        podLabels,
        List.of(mounts),
        List.of(),
        0);
  }
}
