/**
 * Recordings made smaller while a rule's verdict on them stays. In: a recording, a rule that
 * speaks. Out: the least of the recording, valid to every reader, its values replaced if asked.
 */
@NullMarked
package io.falcoj.testkit.shrink;

import org.jspecify.annotations.NullMarked;
