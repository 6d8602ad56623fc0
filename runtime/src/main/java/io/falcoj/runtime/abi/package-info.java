/**
 * What generated code sees, together with {@code value}, {@code ops} and {@code fields}: the rule
 * set base class, the context of one match, constants linked on first use. Changing a signature
 * here changes the bundle ABI version.
 */
@NullMarked
package io.falcoj.runtime.abi;

import org.jspecify.annotations.NullMarked;
