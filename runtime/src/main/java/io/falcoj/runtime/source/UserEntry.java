package io.falcoj.runtime.source;

import io.falcoj.runtime.value.ByteSlice;

/**
 * A user or a group.
 *
 * @param group true for a group; then {@code id} is the group's and home and shell are empty
 * @param id user id, or group id
 * @param gid primary group of a user
 */
public record UserEntry(
    boolean group, long id, long gid, ByteSlice name, ByteSlice home, ByteSlice shell) {}
