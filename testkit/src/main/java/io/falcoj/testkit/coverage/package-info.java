/**
 * What the cases of a run show of the rules' conditions. In: cases as they run. Out: for each check
 * whether it was seen to hold and seen not to, by rule, file, tag and MITRE technique. The run
 * itself is not touched: events are looked at once more, by the interpreter.
 */
@NullMarked
package io.falcoj.testkit.coverage;

import org.jspecify.annotations.NullMarked;
