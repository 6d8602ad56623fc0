package io.falcoj.agent.run;

import io.falcoj.agent.config.FalcoConfig;
import io.falcoj.agent.console.Console;
import io.falcoj.agent.sinks.FileSink;
import io.falcoj.runtime.output.AlertFormat;
import io.falcoj.runtime.output.AlertSink;
import io.falcoj.runtime.output.StreamSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The sinks that the configuration switches on. */
final class AlertSinks {
  private final Console console;
  private final List<AlertSink> sinks = new ArrayList<>();

  AlertSinks(FalcoConfig settings, AlertFormat format, Console console) {
    this.console = console;
    if (!settings.fileOutput().isEmpty()) {
      sinks.add(
          new FileSink(
              Path.of(settings.fileOutput()),
              format,
              settings.fileKeepAlive(),
              settings.buffered()));
    }
    if (settings.stdout()) {
      sinks.add(new StreamSink(console.out(), format, settings.buffered()));
    }
  }

  List<AlertSink> all() {
    return sinks;
  }

  void close() {
    for (AlertSink sink : sinks) {
      try {
        sink.close();
      } catch (IOException e) {
        console.warn("alerts could not be written: " + e.getMessage());
      }
    }
  }
}
