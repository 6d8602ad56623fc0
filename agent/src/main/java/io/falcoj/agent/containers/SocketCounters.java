package io.falcoj.agent.containers;

/**
 * What became of the questions at one socket: asked = answered + unknown + failed + timed out.
 *
 * @param socket kind of the runtime and path of the socket
 * @param asked questions that were put
 * @param answered descriptions that came
 * @param unknown containers that the runtime does not know
 * @param failed questions without a usable answer
 * @param timedOut questions that were not answered in time
 * @param spared questions that were not put since the runtime did not answer shortly before
 */
public record SocketCounters(
    String socket,
    long asked,
    long answered,
    long unknown,
    long failed,
    long timedOut,
    long spared) {}
