/**
 * Reads Kubernetes audit logs. In: JSON documents, lists, arrays or lines. Out: one raw event per
 * audit event.
 */
@NullMarked
package io.falcoj.runtime.source.audit;

import org.jspecify.annotations.NullMarked;
