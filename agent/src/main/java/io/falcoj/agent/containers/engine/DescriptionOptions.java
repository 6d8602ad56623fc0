package io.falcoj.agent.containers.engine;

/**
 * How much is told of a container.
 *
 * @param labelLength most characters of a label's value; longer labels are left out
 * @param size whether the size of what the container wrote is told; slow
 */
public record DescriptionOptions(int labelLength, boolean size) {}
