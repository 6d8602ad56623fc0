/**
 * Output templates as data: literal text and field tokens, parsed once by the compiler and by the
 * runtime alike. Knows the field catalogue and nothing of events.
 */
@NullMarked
package io.falcoj.runtime.template;

import org.jspecify.annotations.NullMarked;
