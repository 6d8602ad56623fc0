/** Match to alert to text or JSON. */
@NullMarked
package io.falcoj.runtime.output;

import org.jspecify.annotations.NullMarked;
