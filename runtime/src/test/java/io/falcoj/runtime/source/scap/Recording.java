package io.falcoj.runtime.source.scap;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceException;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that a source delivered, and how it ended. */
final class Recording implements SourceHandler {
  final List<MachineEntry> machines = new ArrayList<>();
  final List<InterfaceEntry> interfaces = new ArrayList<>();
  final List<UserEntry> users = new ArrayList<>();
  final List<ThreadEntry> threads = new ArrayList<>();
  final List<FdEntry> descriptors = new ArrayList<>();
  final List<byte[]> events = new ArrayList<>();
  final List<Boolean> shown = new ArrayList<>();
  final List<Boolean> numbered = new ArrayList<>();
  int sections;
  long unknownBlocks;
  long unknownEvents;
  @Nullable SourceException damage;

  static Recording of(byte[] capture) {
    Recording recording = new Recording();
    try (ScapSource source = ScapSource.of("test.scap", new ByteArrayInputStream(capture))) {
      try {
        while (source.poll(recording) >= 0) {
          // everything is noted by the handler
        }
      } catch (SourceException e) {
        recording.damage = e;
      }
      recording.unknownBlocks = source.unknownBlocks();
      recording.unknownEvents = source.unknownEvents();
    }
    return recording;
  }

  List<Integer> types() {
    return events.stream().map(e -> EventHeader.type(e, 0)).toList();
  }

  @Override
  public void section() {
    sections++;
  }

  @Override
  public void machine(MachineEntry machine) {
    machines.add(machine);
  }

  @Override
  public void networkInterface(InterfaceEntry entry) {
    interfaces.add(entry);
  }

  @Override
  public void user(UserEntry user) {
    users.add(user);
  }

  @Override
  public void thread(ThreadEntry thread) {
    threads.add(thread);
  }

  @Override
  public void descriptor(FdEntry descriptor) {
    descriptors.add(descriptor);
  }

  @Override
  public void event(RawEvent raw) {
    events.add(Arrays.copyOfRange(raw.buffer(), raw.offset(), raw.offset() + raw.length()));
    shown.add(!raw.stateOnly());
    numbered.add(raw.numbered());
  }
}
