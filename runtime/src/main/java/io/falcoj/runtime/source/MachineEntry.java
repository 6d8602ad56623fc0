package io.falcoj.runtime.source;

/**
 * The machine that a capture was made on.
 *
 * @param cpus number of processors
 * @param memoryBytes physical memory
 * @param maxPid highest process id
 * @param hostname as recorded
 * @param bootTime nanoseconds since the epoch, 0 when unknown
 */
public record MachineEntry(
    int cpus, long memoryBytes, long maxPid, String hostname, long bootTime) {}
