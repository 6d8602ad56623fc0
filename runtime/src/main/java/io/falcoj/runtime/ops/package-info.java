/**
 * What each operator and transformer means, pure functions on values, defined once and shared by
 * generated code and by the interpreter.
 */
@NullMarked
package io.falcoj.runtime.ops;

import org.jspecify.annotations.NullMarked;
