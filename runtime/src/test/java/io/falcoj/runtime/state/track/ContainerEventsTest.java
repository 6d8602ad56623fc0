package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.container.ContainerInfo;
import io.falcoj.runtime.value.ByteSlice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Containers are told of in all forms that were ever recorded, and threads are found in them. */
class ContainerEventsTest extends TrackedTree {
  private static final String ID = "3ad7b26ded6d";
  private static final String IN_IT = "cpu=/docker/" + ID + "0".repeat(52);
  private static final String JSON =
      """
      {"container":{"id":"3ad7b26ded6d","full_id":"3ad7b26ded6d01","type":7,"name":"web",
       "image":"nginx:1.27","imagerepo":"nginx","imagetag":"1.27","privileged":true,
       "labels":{"tier":"front","n":1},"Mounts":[{"Source":"/a","Destination":"/b","RW":true}]}}
      """;

  private ContainerInfo known() {
    ContainerInfo info = tables.containers().find(ByteSlice.of(ID));
    assertThat(info).isNotNull();
    return info;
  }

  private void async(String name, String json) {
    begin("ASYNCEVENT_E", -1).number(0).text(name).text(json);
    send();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASYNCEVENT_E", "CONTAINER_JSON_E", "CONTAINER_JSON_2_E"})
  void aDescriptionIsTheSameInEveryForm(String form) {
    if (form.equals("ASYNCEVENT_E")) {
      async("container", JSON);
    } else {
      begin(form, -1).text(JSON);
      send();
    }
    assertThat(state.container).as("the event's own").isSameAs(known());
    assertThat(known().name()).hasToString("web");
    assertThat(known().typeName()).hasToString("containerd");
    assertThat(known().imageRepository()).hasToString("nginx");
    assertThat(known().privileged()).isTrue();
    assertThat(known().labels()).containsOnlyKeys(ByteSlice.of("tier"));
    assertThat(known().mounts()).hasSize(1);
  }

  @Test
  void theOldestFormHasFourParameters() {
    begin("CONTAINER_E", -1).text(ID).number(0).text("web").text("nginx");
    send();
    assertThat(known().name()).hasToString("web");
    assertThat(known().typeName()).hasToString("docker");
    assertThat(known().image()).hasToString("nginx");
  }

  @Test
  void anEndIsShownAndForgotten() {
    async("container", JSON);
    async("container_removed", JSON);
    assertThat(state.container).isNotNull();
    assertThat(tables.containers().find(ByteSlice.of(ID))).isNull();
  }

  @Test
  void whatIsNoDescriptionIsCounted() {
    for (String text : new String[] {"", "{", "[]", "{\"container\":1}", "{}"}) {
      async("container", text);
    }
    async("something_else", "{");
    assertThat(tables.figures().badContainerEvents()).isEqualTo(5);
    assertThat(tables.containers().size()).isZero();
  }

  @Test
  void aProgramIsInTheContainerOfItsControlGroups() {
    execve(200, "sh", IN_IT);
    assertThat(thread(200).containerId).hasToString(ID);
    assertThat(tables.container(state)).as("not told of yet").isNull();
    async("container", JSON);
    execve(200, "ls", IN_IT);
    assertThat(tables.container(state)).isSameAs(known());
    execve(200, "ls", "cpu=/");
    assertThat(thread(200).containerId).isSameAs(ContainerInfo.HOST_ID);
  }

  @Test
  void aRuntimeThatNobodyCanBeAskedAboutIsKnownByThePath() {
    execve(200, "sh", "cpu=/lxc/web");
    assertThat(tables.container(state).typeName()).hasToString("lxc");
  }
}
