package io.falcoj.probe.ring;

import io.falcoj.probe.libbpf.RingBuffer;
import io.falcoj.runtime.event.EventHeader;
import io.falcoj.runtime.event.RawEvent;
import java.util.List;
import java.util.function.Consumer;

/** Reads the rings of all processors as one stream, the earliest event first. Allocates nothing. */
public final class RingMerge {
  private static final long NONE = Long.MAX_VALUE;

  private final Ring[] rings;
  private final long[] heads;
  private final byte[] bytes;
  private final int cutFlag;
  private final RawEvent event = new RawEvent();

  /**
   * @param longest most bytes of an event
   * @param cutFlag what an event's number of parameters has when a text was cut
   */
  public RingMerge(List<RingBuffer> buffers, int longest, int cutFlag) {
    this.cutFlag = cutFlag;
    this.rings = buffers.stream().map(Ring::new).toArray(Ring[]::new);
    this.heads = new long[rings.length];
    this.bytes = new byte[longest];
  }

  /**
   * Shows events that are there.
   *
   * @param limit most of them
   * @param target sees each; its bytes are overwritten by the next
   * @return how many
   */
  public int read(int limit, Consumer<RawEvent> target) {
    for (int cpu = 0; cpu < rings.length; cpu++) {
      heads[cpu] = rings[cpu].find() ? rings[cpu].time() : NONE;
    }
    int count = 0;
    while (count < limit) {
      int first = earliest();
      if (heads[first] == NONE) {
        break;
      }
      Ring ring = rings[first];
      int length = ring.copy(bytes);
      ring.take();
      count++;
      heads[first] = ring.find() ? ring.time() : NONE;
      target.accept(event.wrap(bytes, 0, length, first, takeFlags()));
    }
    for (Ring ring : rings) {
      ring.release();
    }
    return count;
  }

  /** Takes the kernel's flag out of the number of parameters. */
  private int takeFlags() {
    int params = EventHeader.paramCount(bytes, 0);
    if ((params & cutFlag) == 0) {
      return 0;
    }
    EventHeader.setParamCount(bytes, 0, params & ~cutFlag);
    return RawEvent.FLAG_CUT;
  }

  private int earliest() {
    int first = 0;
    for (int cpu = 1; cpu < heads.length; cpu++) {
      if (heads[cpu] < heads[first]) {
        first = cpu;
      }
    }
    return first;
  }

  /** Whether nothing waits to be read. */
  public boolean isEmpty() {
    for (Ring ring : rings) {
      if (ring.backlog() > 0) {
        return false;
      }
    }
    return true;
  }
}
