package io.falcoj.runtime.source;

import io.falcoj.runtime.value.ByteSlice;

/**
 * A descriptor of the snapshot. Fields that the kind does not have are 0 or empty.
 *
 * @param tid thread whose table it is in
 * @param kind {@code scap_fd_type} of the format, 1 to 21
 * @param flags open flags in the event encoding
 * @param local address bytes of the local (or client) end: 4 or 16, else empty
 * @param remote address bytes of the remote end
 * @param unixSource kernel pointer of a unix socket
 * @param l4proto {@code scap_l4_proto}
 * @param name path, or the text that stands for it
 */
public record FdEntry(
    long tid,
    long fd,
    long inode,
    int kind,
    long flags,
    long device,
    ByteSlice local,
    int localPort,
    ByteSlice remote,
    int remotePort,
    long unixSource,
    long unixDestination,
    int l4proto,
    ByteSlice name) {}
