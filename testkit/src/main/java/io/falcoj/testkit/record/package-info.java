/**
 * Tests made of recordings. In: a capture or an audit log, a condition or a rule, the rules of
 * today. Out: a smaller recording, and a test file that says what the rules say about it.
 */
@NullMarked
package io.falcoj.testkit.record;

import org.jspecify.annotations.NullMarked;
