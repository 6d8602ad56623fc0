/**
 * What an event must satisfy so that it is worth being sent: small tables that the compiler derives
 * from the rules and that the kernel's side, or a twin in Java, interprets.
 */
@NullMarked
package io.falcoj.runtime.pushdown;

import org.jspecify.annotations.NullMarked;
