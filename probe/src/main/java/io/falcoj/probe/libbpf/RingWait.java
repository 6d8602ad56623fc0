package io.falcoj.probe.libbpf;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.util.List;

/** Sleeps until a ring is woken up. */
public final class RingWait implements AutoCloseable {
  private static final int EPOLL_CTL_ADD = 1;
  private static final int EPOLLIN = 1;
  private static final int EPOLL_CLOEXEC = 0x80000;
  private static final int EVENT_BYTES = 12;

  private final LibC libc = LibC.Holder.LIBRARY;
  private final int epoll;
  private final Memory events = new Memory(EVENT_BYTES);

  private RingWait(int epoll) {
    this.epoll = epoll;
  }

  /**
   * Prepares to wait for rings.
   *
   * @throws BpfException when the kernel refuses
   */
  public static RingWait on(List<RingBuffer> rings) throws BpfException {
    RingWait wait = new RingWait(LibC.Holder.LIBRARY.epoll_create1(EPOLL_CLOEXEC));
    for (RingBuffer ring : rings) {
      wait.add(ring);
    }
    return wait;
  }

  private void add(RingBuffer ring) throws BpfException {
    events.clear();
    events.setInt(0, EPOLLIN);
    if (libc.epoll_ctl(epoll, EPOLL_CTL_ADD, ring.fd(), events) != 0) {
      int error = Native.getLastError();
      close();
      throw new BpfException("a ring cannot be waited for: error " + error, "");
    }
  }

  /** Returns when a ring was woken up, or behind that time. */
  public void await(int millis) {
    libc.epoll_wait(epoll, events, 1, millis);
  }

  @Override
  public void close() {
    libc.close(epoll);
  }
}
