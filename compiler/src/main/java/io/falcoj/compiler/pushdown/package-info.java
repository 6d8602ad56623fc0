/**
 * Derives from rules which events can be dropped before they are made: for each event type a
 * condition that every event must satisfy which a rule can match or which later events can show.
 * In: typed predicates. Out: decision tables. Sound and incomplete: what is not understood is
 * needed.
 */
@NullMarked
package io.falcoj.compiler.pushdown;

import org.jspecify.annotations.NullMarked;
