package io.falcoj.runtime.engine;

import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.source.scap.ScapWriter;
import org.jspecify.annotations.Nullable;

/**
 * Where events are recorded, and which.
 *
 * @param filter null for all events
 */
record Recorder(ScapWriter writer, @Nullable Bundle filter) {}
