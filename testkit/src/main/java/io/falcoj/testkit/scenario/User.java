package io.falcoj.testkit.scenario;

/**
 * A user, and its group of the same name.
 *
 * @param uid id of the user
 * @param gid id of the group
 */
public record User(long uid, long gid, String name, String home, String shell) {
  /** A user whose group has the same number. */
  public static User of(long uid, String name) {
    return uid == 0
        ? new User(0, 0, name, "/root", "/bin/bash")
        : new User(uid, uid, name, "/home/" + name, "/bin/sh");
  }
}
