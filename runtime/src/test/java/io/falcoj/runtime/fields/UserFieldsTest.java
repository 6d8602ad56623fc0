package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.Scene.string;
import static io.falcoj.runtime.fields.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.user.GroupFields;
import io.falcoj.runtime.fields.user.UserFields;
import io.falcoj.runtime.state.ThreadInfo;
import io.falcoj.runtime.state.UserTable;
import org.junit.jupiter.api.Test;

class UserFieldsTest {
  private final Scene scene = new Scene();
  private final ThreadInfo vi = scene.process(20, 1, "vi");

  @Test
  void usersAndGroupsAreLookedUpByTheirNumber() {
    scene
        .tables
        .users()
        .put(new UserTable.User(1000, 1000, text("ada"), text("/home/ada"), text("")));
    scene.tables.users().put(new UserTable.Group(100, text("users")));
    vi.uid = 1000;
    vi.loginuid = 1000;
    vi.gid = 100;
    scene.actor(vi);

    assertThat(string(UserFields.name(scene.ctx))).isEqualTo("ada");
    assertThat(string(UserFields.loginname(scene.ctx))).isEqualTo("ada");
    assertThat(string(UserFields.homedir(scene.ctx))).isEqualTo("/home/ada");
    assertThat(string(UserFields.shell(scene.ctx))).isEmpty();
    assertThat(string(GroupFields.name(scene.ctx))).isEqualTo("users");
  }

  @Test
  void theUnknownIsATextAndRootIsRoot() {
    vi.uid = 7;
    vi.gid = 7;
    scene.actor(vi);
    assertThat(string(UserFields.name(scene.ctx))).isEqualTo("<NA>");
    assertThat(string(UserFields.homedir(scene.ctx))).isEqualTo("<NA>");
    assertThat(string(UserFields.shell(scene.ctx))).isEqualTo("<NA>");
    assertThat(string(GroupFields.name(scene.ctx))).isEqualTo("<NA>");

    vi.uid = 0;
    vi.gid = 0;
    assertThat(string(UserFields.name(scene.ctx))).isEqualTo("root");
    assertThat(string(UserFields.homedir(scene.ctx))).isEqualTo("/root");
    assertThat(string(UserFields.shell(scene.ctx))).isEqualTo("<NA>");
    assertThat(string(GroupFields.name(scene.ctx))).isEqualTo("root");
  }

  @Test
  void withoutALoginTheNumberIsMinusOne() {
    scene.actor(vi);

    assertThat(UserFields.loginuid(scene.ctx)).isEqualTo(-1);
    assertThat(UserFields.uid(scene.ctx)).isEqualTo(ThreadInfo.NO_ID);
  }
}
