/**
 * Test files as written: suites, cases, expectations. In: files. Out: suites, or mistakes with
 * their places. Of the compiler it knows places, findings and priorities; of the rules nothing.
 */
@NullMarked
package io.falcoj.testkit.suite;

import org.jspecify.annotations.NullMarked;
