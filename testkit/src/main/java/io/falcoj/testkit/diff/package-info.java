/**
 * What tells two rule sets apart. In: two versions, and fixtures. Out: per rule what changed, why,
 * and the events that show it. Layout, comments and places in files are no difference.
 */
@NullMarked
package io.falcoj.testkit.diff;

import org.jspecify.annotations.NullMarked;
