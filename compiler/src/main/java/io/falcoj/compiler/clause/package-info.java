/**
 * Conditions as their authors wrote them, laid over typed ones: where each check, macro, list,
 * exception and appended text comes from. In: rules as parsed and as typed. Out: trees that are the
 * same for every event.
 */
@NullMarked
package io.falcoj.compiler.clause;

import org.jspecify.annotations.NullMarked;
