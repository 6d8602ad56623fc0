/** Reports about typed rules; rewrites nothing. */
@NullMarked
package io.falcoj.compiler.lint;

import org.jspecify.annotations.NullMarked;
