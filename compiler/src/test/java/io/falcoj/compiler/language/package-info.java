/**
 * The language by example: cases below {@code src/test/resources/conformance}, one file for each
 * feature, run by the interpreter, by bytecode, and by bytecode without passes.
 */
@NullMarked
package io.falcoj.compiler.language;

import org.jspecify.annotations.NullMarked;
