package io.falcoj.testkit.record;

import io.falcoj.testkit.record.RecordException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Records this machine while a command runs or time passes. {@code falco-run} does it, as a process
 * of its own: it has the rights, and whoever asks for a recording has no part of the probe.
 *
 * @param falcoRun the program and what stands in front of its options
 * @param rules rules whose events are recorded
 * @param command what is run meanwhile; empty for nothing
 * @param time how long, when there is no command
 */
public record LiveRecording(
    List<String> falcoRun, List<Path> rules, List<String> command, Duration time) {
  private static final String WATCHING = "watching the system calls of this machine";
  private static final String ERROR = "error: ";

  public LiveRecording {
    falcoRun = List.copyOf(falcoRun);
    rules = List.copyOf(rules);
    command = List.copyOf(command);
  }

  /**
   * Records.
   *
   * @param capture file to write
   * @return what holds of events of the command and the processes that it started; null without one
   * @throws RecordException when a program cannot be started, or the machine not be recorded
   */
  public @Nullable String record(Path capture) throws RecordException {
    Process recorder = start(arguments(capture), null);
    CompletableFuture<String> error = new CompletableFuture<>();
    try {
      awaitBegin(recorder, error);
      String tree = meanwhile(recorder);
      recorder.toHandle().destroy();
      if (recorder.waitFor() != 0) {
        throw failed(error.join());
      }
      return tree;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordException(Kind.SOURCE, "the recording was broken off");
    } finally {
      recorder.toHandle().destroyForcibly();
    }
  }

  private List<String> arguments(Path capture) {
    List<String> arguments = new ArrayList<>(falcoRun);
    arguments.addAll(List.of("--live", "--record", capture.toString()));
    arguments.addAll(List.of("-o", "stdout_output.enabled=false"));
    rules.forEach(path -> arguments.addAll(List.of("-r", path.toString())));
    return arguments;
  }

  private static Process start(List<String> command, ProcessBuilder.@Nullable Redirect streams)
      throws RecordException {
    ProcessBuilder builder = new ProcessBuilder(command);
    if (streams == null) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    } else {
      builder.redirectInput(streams).redirectOutput(streams).redirectError(streams);
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new RecordException(Kind.USAGE, command.get(0) + ": cannot be started: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    return message.substring(message.lastIndexOf(", ") + 1).strip();
  }

  /** Returns when the machine is watched. What is said behind that is read as well. */
  private static void awaitBegin(Process recorder, CompletableFuture<String> error)
      throws RecordException {
    CompletableFuture<Boolean> begun = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              String last = "";
              try (BufferedReader said =
                  new BufferedReader(
                      new InputStreamReader(recorder.getErrorStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                  last = line.startsWith(ERROR) ? line.substring(ERROR.length()) : last;
                  if (line.equals(WATCHING)) {
                    begun.complete(true);
                  }
                }
              } catch (IOException e) {
                last = String.valueOf(e.getMessage());
              } finally {
                error.complete(last);
                begun.complete(false);
              }
            },
            "falco-run");
    reader.setDaemon(true);
    reader.start();
    if (!begun.join()) {
      throw failed(error.join());
    }
  }

  private @Nullable String meanwhile(Process recorder)
      throws RecordException, InterruptedException {
    if (command.isEmpty()) {
      recorder.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
      return null;
    }
    Process run = start(command, ProcessBuilder.Redirect.INHERIT);
    run.waitFor();
    return "(proc.pid = %1$d or proc.apid = %1$d)".formatted(run.pid());
  }

  private static RecordException failed(String said) {
    return new RecordException(
        Kind.SOURCE, "falco-run cannot record this machine" + (said.isEmpty() ? "" : ": " + said));
  }
}
