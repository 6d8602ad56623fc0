package io.falcoj.runtime.state.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.value.ByteSlice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CgroupPatternsTest {
  private static CgroupMatch match(String cgroups) {
    return CgroupPatterns.match(ByteSlice.of(cgroups));
  }

  @TestFactory
  Stream<DynamicTest> pathsOfEveryRuntime() throws IOException {
    String text;
    try (var in = CgroupPatternsTest.class.getResourceAsStream("cgroups.tsv")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    return text.lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[1], row[2], row[3])));
  }

  private static void check(String path, String id, String type) {
    // the same path as of the first version, of a named hierarchy, and as of the second version
    for (String group : new String[] {"cpuset=", "name=systemd=", "="}) {
      CgroupMatch match = match((group.equals("name=systemd=") ? "systemd=" : group) + path);
      assertThat(match.id().toString()).isEqualTo(id);
      assertThat(match.info() == null ? "-" : match.info().typeName().toString()).isEqualTo(type);
      assertThat(match.id() == ContainerInfo.HOST_ID).isEqualTo(id.equals("host"));
    }
  }

  @Test
  void theFirstPathOfAContainerDecides() {
    String id = "ab".repeat(32);
    assertThat(match("cpu=/\0cpuset=/docker/" + id + "\0memory=/lxc/web\0").id().toString())
        .isEqualTo("abababababab");
  }

  @Test
  void listsThatAreNoneAreTheHost() {
    for (String list : new String[] {"", "\0", "cpu", "=", "cpu=\0cpu", "\0\0=/\0"}) {
      assertThat(match(list).id()).isSameAs(ContainerInfo.HOST_ID);
    }
  }
}
