/**
 * What the state of a live machine needs beside its events: whom to ask, and forgetting threads
 * whose end was missed. Recordings need none of it.
 */
@NullMarked
package io.falcoj.runtime.state.live;

import org.jspecify.annotations.NullMarked;
