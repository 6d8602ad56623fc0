package io.falcoj.compiler.interp;

import io.falcoj.compiler.ir.Load;
import org.jspecify.annotations.Nullable;

/**
 * A value that a check looked at.
 *
 * @param load what yields it: a field, or a transformer applied to fields
 * @param text the value as alerts print it; null when it is absent
 */
public record SeenValue(Load load, @Nullable String text) {}
