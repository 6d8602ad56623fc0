/**
 * Judges the events of a case by many mutants at once. In: what mutants make of rules, and a case
 * that passes. Out: which of them the case notices.
 */
@NullMarked
package io.falcoj.testkit.mutation.replay;

import org.jspecify.annotations.NullMarked;
