package io.falcoj.testkit.shrink.recording;

import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.source.scap.ScapWriter;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A capture: sections, each with what existed when it began and its events. */
final class ScapRecording implements Recording {
  private final List<Section> sections;
  private final int events;
  private final int pieces;

  /** One recording in the file. Machine and network interfaces are no pieces: they always stay. */
  static final class Section {
    @Nullable MachineEntry machine;
    final List<InterfaceEntry> interfaces = new ArrayList<>();
    final List<UserEntry> users = new ArrayList<>();
    final List<ThreadEntry> threads = new ArrayList<>();
    final List<FdEntry> descriptors = new ArrayList<>();
    final List<ScapEvent> events = new ArrayList<>();

    int entries() {
      return users.size() + threads.size() + descriptors.size();
    }
  }

  /** One event with the header. */
  record ScapEvent(byte[] bytes, int cpu, boolean stateOnly) {}

  ScapRecording(List<Section> sections) {
    this.sections = List.copyOf(sections);
    this.events = sections.stream().mapToInt(s -> s.events.size()).sum();
    this.pieces = events + sections.stream().mapToInt(Section::entries).sum();
  }

  /** Takes what a source delivers apart. */
  static final class Collector implements SourceHandler {
    private final List<Section> sections = new ArrayList<>();
    private Section section = new Section();

    @Override
    public void section() {
      section = new Section();
      sections.add(section);
    }

    @Override
    public void machine(MachineEntry machine) {
      section.machine = machine;
    }

    @Override
    public void networkInterface(InterfaceEntry networkInterface) {
      section.interfaces.add(networkInterface);
    }

    @Override
    public void user(UserEntry user) {
      section.users.add(user);
    }

    @Override
    public void thread(ThreadEntry thread) {
      section.threads.add(thread);
    }

    @Override
    public void descriptor(FdEntry descriptor) {
      section.descriptors.add(descriptor);
    }

    @Override
    public void event(RawEvent raw) {
      byte[] bytes = new byte[raw.length()];
      System.arraycopy(raw.buffer(), raw.offset(), bytes, 0, bytes.length);
      section.events.add(new ScapEvent(bytes, raw.cpu(), raw.recordedStateOnly()));
    }

    ScapRecording recording() {
      return new ScapRecording(sections);
    }
  }

  @Override
  public int events() {
    return events;
  }

  @Override
  public int pieces() {
    return pieces;
  }

  @Override
  public boolean isCapture() {
    return true;
  }

  @Override
  public List<String> tableTexts(String field) {
    return sections.stream().flatMap(section -> TableTexts.of(section, field)).toList();
  }

  @Override
  public byte[] write(BitSet kept) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ScapWriter writer = ScapWriter.plain(out)) {
      int event = 0;
      int entry = events;
      for (Section section : sections) {
        writer.section();
        if (kept.get(event, event + section.events.size()).isEmpty()) {
          entry += section.entries();
        } else {
          entry = writeEntries(section, kept, entry, writer);
          writeEvents(section, kept, event, writer);
        }
        event += section.events.size();
      }
    }
    return out.toByteArray();
  }

  private static int writeEntries(Section section, BitSet kept, int first, ScapWriter writer) {
    int entry = first;
    if (section.machine != null) {
      writer.machine(section.machine);
    }
    section.interfaces.forEach(writer::networkInterface);
    for (UserEntry user : section.users) {
      if (kept.get(entry++)) {
        writer.user(user);
      }
    }
    for (ThreadEntry thread : section.threads) {
      if (kept.get(entry++)) {
        writer.thread(thread);
      }
    }
    for (FdEntry descriptor : section.descriptors) {
      if (kept.get(entry++)) {
        writer.descriptor(descriptor);
      }
    }
    return entry;
  }

  private static void writeEvents(Section section, BitSet kept, int first, ScapWriter writer) {
    RawEvent raw = new RawEvent();
    int number = first;
    for (ScapEvent event : section.events) {
      if (kept.get(number++)) {
        int flags = event.stateOnly() ? RawEvent.FLAG_STATE_ONLY : 0;
        writer.event(raw.wrap(event.bytes(), 0, event.bytes().length, event.cpu(), flags));
      }
    }
  }

  @Override
  public Recording map(TextMapping texts) {
    return new ScapRecording(
        sections.stream().map(section -> CaptureTexts.map(section, texts)).toList());
  }
}
