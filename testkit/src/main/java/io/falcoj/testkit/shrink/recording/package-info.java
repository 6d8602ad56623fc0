/**
 * Recordings in memory, in pieces: events, and what there was before them. In: what a source
 * delivers. Out: a file of some of the pieces, or of all with other texts.
 */
@NullMarked
package io.falcoj.testkit.shrink.recording;

import org.jspecify.annotations.NullMarked;
