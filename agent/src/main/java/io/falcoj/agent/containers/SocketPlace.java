package io.falcoj.agent.containers;

import io.falcoj.agent.containers.engine.EngineKind;
import java.nio.file.Path;

/** Where a runtime listens, or may listen later. */
public record SocketPlace(EngineKind kind, Path path) {}
