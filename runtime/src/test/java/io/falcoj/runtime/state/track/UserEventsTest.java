package io.falcoj.runtime.state.track;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.state.UserTable;
import org.junit.jupiter.api.Test;

/** Threads change their users, and users and groups come and go. */
class UserEventsTest extends TrackedTree {
  private final UserTable users = tables.users();

  private void user(String id, long uid, String name, String containerId) {
    begin(id, -1).number(uid).number(uid).text(name).text("/home/" + name).text("/bin/sh");
    encoder.text(containerId);
    send();
  }

  private void group(String id, long gid, String name, String containerId) {
    begin(id, -1).number(gid).text(name).text(containerId);
    send();
  }

  @Test
  void theEffectiveIdsCount() {
    numbers("SYSCALL_SETUID_X", 200, 0, 1000);
    assertThat(thread(200).uid).isEqualTo(1000);
    numbers("SYSCALL_SETREUID_X", 200, 0, 1, 2);
    assertThat(thread(200).uid).isEqualTo(2);
    numbers("SYSCALL_SETRESUID_X", 200, 0, 3, 4, 5);
    assertThat(thread(200).uid).isEqualTo(4);
    numbers("SYSCALL_SETGID_X", 200, 0, 1000);
    assertThat(thread(200).gid).isEqualTo(1000);
    numbers("SYSCALL_SETREGID_X", 200, 0, 1, 2);
    assertThat(thread(200).gid).isEqualTo(2);
    numbers("SYSCALL_SETRESGID_X", 200, 0, 3, 4, 5);
    assertThat(thread(200).gid).isEqualTo(4);
    numbers("SYSCALL_SETUID_X", 200, -1, 0);
    assertThat(thread(200).uid).as("a failed call").isEqualTo(4);
  }

  @Test
  void usersAndGroupsComeAndGo() {
    user("USER_ADDED_E", 5, "eve", "");
    assertThat(users.user(5).name()).hasToString("eve");
    user("USER_ADDED_E", 5, "eva", "");
    assertThat(users.user(5).home()).hasToString("/home/eva");
    user("USER_DELETED_E", 5, "eva", "");
    assertThat(users.user(5)).isNull();
    group("GROUP_ADDED_E", 6, "staff", "");
    assertThat(users.group(6).name()).hasToString("staff");
    group("GROUP_DELETED_E", 6, "staff", "");
    assertThat(users.group(6)).isNull();
  }

  @Test
  void usersOfContainersAndNameServiceLinesAreNoUsersOfTheHost() {
    user("USER_ADDED_E", 5, "eve", "3ad7b26ded6d");
    user("USER_ADDED_E", 6, "+@admins", "");
    group("GROUP_ADDED_E", 7, "-x", "");
    assertThat(users.user(5)).isNull();
    assertThat(users.user(6)).isNull();
    assertThat(users.group(7)).isNull();
  }

  @Test
  void theTablesHaveALimit() {
    for (int uid = 0; uid < 12; uid++) {
      user("USER_ADDED_E", 1000 + uid, "u" + uid, "");
    }
    assertThat(users.user(1009)).isNotNull();
    assertThat(users.user(1010)).isNull();
    assertThat(tables.counters().usersRefused).isEqualTo(2);
  }
}
