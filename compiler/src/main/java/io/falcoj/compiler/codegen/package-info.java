/** Plan to class files. The only package that knows ASM. */
@NullMarked
package io.falcoj.compiler.codegen;

import org.jspecify.annotations.NullMarked;
