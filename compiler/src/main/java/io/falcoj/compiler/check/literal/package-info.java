/** What values as written mean to the types of fields. */
@NullMarked
package io.falcoj.compiler.check.literal;

import org.jspecify.annotations.NullMarked;
