/**
 * Objects, maps and links of the system's {@code libbpf.so.1}. The only package that sees JNA. In:
 * the bytes of a compiled object. Out: loaded programs; errors with libbpf's own log.
 */
@NullMarked
package io.falcoj.probe.libbpf;

import org.jspecify.annotations.NullMarked;
