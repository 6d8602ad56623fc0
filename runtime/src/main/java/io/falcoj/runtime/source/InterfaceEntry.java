package io.falcoj.runtime.source;

import io.falcoj.runtime.value.ByteSlice;

/**
 * A network address of the machine: it tells which end of a connection is the local one.
 *
 * @param address 4 or 16 bytes in network order
 * @param netmask as many bytes
 * @param broadcast as many bytes
 * @param linkSpeed bits per second, 0 when unknown
 * @param name of the interface
 */
public record InterfaceEntry(
    ByteSlice address, ByteSlice netmask, ByteSlice broadcast, long linkSpeed, ByteSlice name) {}
