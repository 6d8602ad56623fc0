package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.Place;
import org.jspecify.annotations.Nullable;

/**
 * Two checks that cannot both hold.
 *
 * @param place of the check that found no value left
 * @param against a check that had narrowed the values before; null when the first one alone never
 *     holds
 * @param eventType whether the two are about the type of the event
 */
public record Conflict(Place place, @Nullable Place against, boolean eventType) {}
