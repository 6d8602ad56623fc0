/**
 * Raw event to event: finds the parameters of a system call event, or the document of an audit
 * event.
 */
@NullMarked
package io.falcoj.runtime.decode;

import org.jspecify.annotations.NullMarked;
