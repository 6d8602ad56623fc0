/** Accessors of processes and threads, with ancestors and session leaders. */
@NullMarked
package io.falcoj.runtime.fields.proc;

import org.jspecify.annotations.NullMarked;
