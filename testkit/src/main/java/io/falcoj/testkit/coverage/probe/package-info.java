/**
 * Conditions with a probe at every check. In: checked rules and the events of a case. Out: which
 * checks held and which did not. Uses the interpreter; generated code has no probes.
 */
@NullMarked
package io.falcoj.testkit.coverage.probe;

import org.jspecify.annotations.NullMarked;
