package io.falcoj.agent.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A control group named as Docker names those of its containers. */
final class ContainerCgroup implements AutoCloseable {
  private final Path group;

  private ContainerCgroup(Path group) {
    this.group = group;
  }

  /**
   * Makes one.
   *
   * @throws IOException with the reasons when no hierarchy of this machine lets it
   */
  static ContainerCgroup make(String id) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (Path hierarchy : hierarchies()) {
      Path group = hierarchy.resolve("docker").resolve(id);
      try {
        return new ContainerCgroup(Files.createDirectories(group));
      } catch (IOException e) {
        reasons.add(e.toString());
      }
    }
    throw new IOException("no control group can be made: " + reasons);
  }

  /** Where control groups are mounted, by the kernel's list of mounts. */
  private static List<Path> hierarchies() throws IOException {
    try (Stream<String> mounts = Files.lines(Path.of("/proc/self/mounts"))) {
      return mounts
          .map(line -> line.split(" "))
          .filter(mount -> mount[2].equals("cgroup2") || mount[2].equals("cgroup"))
          // The set of processors of a new group is empty, and takes nobody in.
          .filter(mount -> !mount[3].contains("cpuset"))
          .map(mount -> Path.of(mount[1]))
          .toList();
    }
  }

  /** Runs a script of the shell in it. */
  Process start(String script) throws IOException {
    String entered = "echo $$ > '" + group.resolve("cgroup.procs") + "' && " + script;
    return new ProcessBuilder("/bin/sh", "-c", entered)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private String processes() throws IOException {
    return Files.readString(group.resolve("cgroup.procs"), StandardCharsets.US_ASCII);
  }

  /** Ends who is in it, and removes it with its parent if that is empty then. */
  @Override
  public void close() throws IOException {
    while (!processes().isEmpty()) {
      processes()
          .lines()
          .map(Long::parseLong)
          .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
    Files.delete(group);
    group.getParent().toFile().delete();
  }
}
