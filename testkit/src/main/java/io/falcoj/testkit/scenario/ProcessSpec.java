package io.falcoj.testkit.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs before the first step.
 *
 * @param parent its process id, 0 for none
 * @param exe path of the program
 * @param name what {@code proc.name} shows
 * @param args arguments without the program
 * @param tty device number of the terminal, 0 for none; 34816 is {@code /dev/pts/0}
 */
public record ProcessSpec(
    long pid,
    long parent,
    String exe,
    String name,
    List<String> args,
    List<String> env,
    String cwd,
    long uid,
    long gid,
    long tty,
    @Nullable Container container) {
  private static final int NAME_LENGTH = 15;

  public ProcessSpec {
    args = List.copyOf(args);
    env = List.copyOf(env);
  }

  /** A process of root without terminal, child of process 1 (which itself has no parent). */
  public static ProcessSpec of(long pid, String exe) {
    return new ProcessSpec(
        pid, pid == 1 ? 0 : 1, exe, nameOf(exe), List.of(), List.of(), "/", 0, 0, 0, null);
  }

  /** The name that the kernel gives a process of that program. */
  public static String nameOf(String exe) {
    String base = exe.substring(exe.lastIndexOf('/') + 1);
    return base.length() > NAME_LENGTH ? base.substring(0, NAME_LENGTH) : base;
  }
}
