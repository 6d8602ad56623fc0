/**
 * Reads and writes {@code .scap} files. In: bytes, plain or compressed. Out: raw events and the
 * tables of processes, descriptors, users that the file begins with.
 */
@NullMarked
package io.falcoj.runtime.source.scap;

import org.jspecify.annotations.NullMarked;
