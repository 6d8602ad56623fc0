/**
 * Rule sets to be compared, from wherever they are: rule files, a revision of a git repository, a
 * bundle. Out: the rules with what is known of them, ready to judge.
 */
@NullMarked
package io.falcoj.testkit.diff.version;

import org.jspecify.annotations.NullMarked;
