/**
 * Rules that are compiled and linked once and judge many recordings. In: rule files, recordings.
 * Out: which rules match which events, and what one rule says. Knows no expectations.
 */
@NullMarked
package io.falcoj.testkit.replay;

import org.jspecify.annotations.NullMarked;
