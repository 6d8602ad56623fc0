package io.falcoj.runtime.source.scap;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.source.FdEntry;
import io.falcoj.runtime.source.InterfaceEntry;
import io.falcoj.runtime.source.MachineEntry;
import io.falcoj.runtime.source.ThreadEntry;
import io.falcoj.runtime.source.UserEntry;
import io.falcoj.runtime.value.ByteSlice;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every block, in every version, as bytes that were written down by hand from {@code
 * scap_savefile.c}, and what is read of it. Nothing of our own writer takes part.
 */
class BlockLayoutsTest {
  private static final String SECTION =
      "0a0d0d0a 4:28 4d3c2b1a 2:1 2:2 ffffffffffffffff 4:28".replace("0a0d0d0a", "4:0x0A0D0D0A");
  private static final String AN_EVENT =
      "4:0x216 4:60 2:0 8:1 8:2 4:46 2:5 4:2 2:8 2:8 8:0 8:3 4:60";

  /** A case of the file: its blocks, and the lines that are expected of it. */
  private record Layout(String name, List<Integer> types, byte[] blocks, List<String> expected) {}

  @TestFactory
  Stream<DynamicTest> blocksAreReadAsTheyAreWritten() throws IOException {
    return layouts().stream()
        .map(layout -> DynamicTest.dynamicTest(layout.name, () -> check(layout)));
  }

  @Test
  void everyBlockIsThere() throws IOException {
    Set<BlockType> seen = EnumSet.of(BlockType.SECTION);
    List<Integer> numbers = new ArrayList<>();
    for (Layout layout : layouts()) {
      numbers.addAll(layout.types);
      layout.types.forEach(type -> seen.add(BlockType.of(type)));
    }
    assertThat(seen).containsAll(EnumSet.allOf(BlockType.class));
    assertThat(numbers)
        .contains(
            0x8000ABCD,
            0x8001ABCD,
            0x8002ABCD,
            0x8010ABCD,
            0x8011ABCD,
            0x8012ABCD,
            0x8013ABCD,
            0x8014ABCD);
  }

  private static void check(Layout layout) {
    ByteArrayOutputStream capture = new ByteArrayOutputStream();
    capture.writeBytes(LayoutText.bytes(SECTION));
    capture.writeBytes(layout.blocks);
    capture.writeBytes(LayoutText.bytes(AN_EVENT));
    Recording read = Recording.of(capture.toByteArray());
    List<String> lines = new ArrayList<>();
    read.machines.forEach(machine -> lines.add(line(machine)));
    read.interfaces.forEach(entry -> lines.add(line(entry)));
    read.users.forEach(user -> lines.add(line(user)));
    read.threads.forEach(thread -> lines.add(line(thread)));
    read.descriptors.forEach(descriptor -> lines.add(line(descriptor)));
    int events = read.damage == null ? read.events.size() - 1 : read.events.size();
    for (int i = 0; i < events; i++) {
      lines.add(line(read.events.get(i), read.shown.get(i)));
    }
    if (read.unknownBlocks > 0) {
      lines.add("unknown blocks " + read.unknownBlocks);
    }
    if (read.unknownEvents > 0) {
      lines.add("unknown events " + read.unknownEvents);
    }
    if (read.damage != null) {
      lines.add("damage at " + read.damage.offset() + ": " + read.damage.getMessage());
    }
    assertThat(lines).containsExactlyElementsOf(layout.expected);
  }

  private static String line(MachineEntry m) {
    return "machine %d %d %d %s %d"
        .formatted(m.cpus(), m.memoryBytes(), m.maxPid(), m.hostname(), m.bootTime());
  }

  private static String line(InterfaceEntry i) {
    return "interface %s %s %s %d %s"
        .formatted(hex(i.address()), hex(i.netmask()), hex(i.broadcast()), i.linkSpeed(), i.name());
  }

  private static String line(UserEntry u) {
    return u.group()
        ? "group %d %s".formatted(u.id(), u.name())
        : "user %d %d %s %s %s".formatted(u.id(), u.gid(), u.name(), u.home(), u.shell());
  }

  private static String line(ThreadEntry t) {
    String ids =
        "thread %d %d %d sid=%d vpgid=%d pgid=%d vtid=%d vpid=%d"
            .formatted(t.tid, t.pid, t.ptid, t.sid, t.vpgid, t.pgid, t.vtid, t.vpid);
    String texts =
        " [%s|%s|%s|%s|%s|%s|%s|%s]"
            .formatted(
                t.comm,
                t.exe,
                t.exepath,
                shown(t.args),
                t.cwd,
                shown(t.env),
                shown(t.cgroups),
                t.root);
    String numbers =
        " limit=%d flags=%d uid=%d gid=%d vm=%d,%d,%d faults=%d,%d"
            .formatted(
                t.fdLimit,
                t.flags,
                t.uid,
                t.gid,
                t.vmSizeKb,
                t.vmRssKb,
                t.vmSwapKb,
                t.majorFaults,
                t.minorFaults);
    String tail =
        " ns=%d tty=%d login=%d caps=%d,%d,%d ino=%d,%d,%d exe=%b,%b,%b,%b"
            .formatted(
                t.pidNamespaceStart,
                t.tty,
                t.loginuid,
                t.capInheritable,
                t.capPermitted,
                t.capEffective,
                t.exeInode,
                t.exeInodeCtime,
                t.exeInodeMtime,
                t.exeWritable,
                t.exeUpperLayer,
                t.exeFromMemfd,
                t.exeLowerLayer);
    return ids + texts + numbers + tail;
  }

  private static String line(FdEntry f) {
    return "fd %d %d ino=%d kind=%d flags=%d dev=%d %s:%d %s:%d unix=%d,%d proto=%d [%s]"
        .formatted(
            f.tid(),
            f.fd(),
            f.inode(),
            f.kind(),
            f.flags(),
            f.device(),
            hex(f.local()),
            f.localPort(),
            hex(f.remote()),
            f.remotePort(),
            f.unixSource(),
            f.unixDestination(),
            f.l4proto(),
            f.name());
  }

  private static String line(byte[] event, boolean shown) {
    String bytes = HexFormat.of().formatHex(event, EventHeader.LENGTH, Math.min(60, event.length));
    return "event %d of %d at %d, %d bytes, %d parameters%s: %s"
        .formatted(
            EventHeader.type(event, 0),
            EventHeader.tid(event, 0),
            EventHeader.timestamp(event, 0),
            EventHeader.eventLength(event, 0),
            EventHeader.paramCount(event, 0),
            shown ? "" : ", state only",
            bytes);
  }

  private static String shown(ByteSlice text) {
    return text.toString().replace('\0', '~');
  }

  private static String hex(ByteSlice bytes) {
    return bytes.isEmpty() ? "-" : HexFormat.of().formatHex(bytes.toBytes());
  }

  private static List<Layout> layouts() throws IOException {
    String text;
    try (var in = BlockLayoutsTest.class.getResourceAsStream("block-layouts.txt")) {
      text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
    List<Layout> layouts = new ArrayList<>();
    for (String part : text.split("(?m)^== ")) {
      if (!part.isBlank() && !part.startsWith("#")) {
        layouts.add(layout(part.lines().toList()));
      }
    }
    return layouts;
  }

  private static Layout layout(List<String> lines) {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    List<Integer> types = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("= ")) {
        expected.add(line.substring(2));
      } else {
        byte[] bytes = LayoutText.bytes(line.replaceFirst("\\s*#.*", ""));
        if (line.startsWith("4:0x")) {
          types.add((int) (long) Long.decode(line.substring(2).split("\\s")[0]));
        }
        blocks.writeBytes(bytes);
      }
    }
    return new Layout(lines.get(0), types, blocks.toByteArray(), expected);
  }
}
