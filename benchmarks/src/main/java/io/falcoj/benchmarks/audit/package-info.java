/** Kubernetes audit events from bytes to verdict, beside what others do with the same bytes. */
@NullMarked
package io.falcoj.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
