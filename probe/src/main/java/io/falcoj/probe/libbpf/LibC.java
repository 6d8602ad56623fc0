package io.falcoj.probe.libbpf;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** The calls of the C library that libbpf's interface needs. */
interface LibC extends Library {
  /** The library, loaded on first use. */
  final class Holder {
    static final LibC LIBRARY = Native.load("libc.so.6", LibC.class);

    private Holder() {}
  }

  int vsnprintf(byte[] buffer, long size, String format, Pointer arguments);

  Pointer mmap(
      @Nullable Pointer address, long length, int protection, int flags, int fd, long offset);

  int munmap(Pointer address, long length);

  int epoll_create1(int flags);

  int epoll_ctl(int epoll, int operation, int fd, Pointer event);

  int epoll_wait(int epoll, Pointer events, int limit, int timeoutMillis);

  int clock_gettime(int clock, long[] time);

  long read(int fd, byte[] buffer, long size);

  int close(int fd);
}
