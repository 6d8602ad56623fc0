/** The eBPF probe: whether it can run here, and loading it. */
@NullMarked
package io.falcoj.probe;

import org.jspecify.annotations.NullMarked;
