/**
 * Why a rule matches an event or does not. In: rules as written and as typed, and contexts of
 * events. Out: explanations as data, which renderers turn into text or JSON. Knows neither sources
 * nor the engine: who replays events calls {@link io.falcoj.compiler.explain.RuleExplainer} or
 * {@link io.falcoj.compiler.explain.EventSearch} for each.
 */
@NullMarked
package io.falcoj.compiler.explain;

import org.jspecify.annotations.NullMarked;
