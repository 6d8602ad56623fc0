/**
 * The compiler's façade: the stages in order. In: rule files. Out: class files, a bundle,
 * diagnostics.
 */
@NullMarked
package io.falcoj.compiler;

import org.jspecify.annotations.NullMarked;
