/** Class files and rules to a bundle jar; equal input gives equal bytes on any machine. */
@NullMarked
package io.falcoj.compiler.bundle;

import org.jspecify.annotations.NullMarked;
