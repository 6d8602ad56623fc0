package io.falcoj.agent.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code falco-run} as a process of its own, so that it can be killed. */
final class FalcoProcess implements AutoCloseable {
  final Watched out = new Watched();
  final Watched err = new Watched();
  private final Process process;
  private final List<Thread> readers = new ArrayList<>();

  private FalcoProcess(List<String> before, List<String> jvm, String... args) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the launcher has it, but for class archives.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms96m"));
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr"));
    command.addAll(jvm);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FalcoRun.class.getName()));
    command.addAll(List.of(args));
    process = new ProcessBuilder(command).start();
    read(process.getInputStream(), out);
    read(process.getErrorStream(), err);
  }

  static FalcoProcess start(String... args) throws IOException {
    return new FalcoProcess(List.of(), List.of(), args);
  }

  /**
   * Starts with options for the JVM.
   *
   * @param jvm e.g. {@code -Xmx256m}
   */
  static FalcoProcess startWith(List<String> jvm, String... args) throws IOException {
    return new FalcoProcess(List.of(), jvm, args);
  }

  /**
   * Starts through another command.
   *
   * @param before that command and its arguments; it becomes what stands behind them
   */
  static FalcoProcess startThrough(List<String> before, String... args) throws IOException {
    return new FalcoProcess(before, List.of(), args);
  }

  private void read(InputStream from, Watched to) {
    Thread reader =
        new Thread(
            () -> {
              try {
                from.transferTo(to);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    reader.start();
    readers.add(reader);
  }

  long pid() {
    return process.pid();
  }

  // By the handle: destroying the process itself would close its streams here.

  /** SIGTERM; returns the exit code once everything that it wrote was read. */
  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    return await();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    await();
  }

  private int await() throws InterruptedException {
    int code = process.waitFor();
    for (Thread reader : readers) {
      reader.join();
    }
    return code;
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
