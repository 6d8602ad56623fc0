/**
 * Logs that grow: finds the files of a pattern, follows them through rotation, and remembers how
 * far each was judged. In: paths. Out: audit events. Knows nothing of rules.
 */
@NullMarked
package io.falcoj.runtime.source.follow;

import org.jspecify.annotations.NullMarked;
