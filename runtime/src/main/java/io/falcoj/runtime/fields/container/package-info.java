/** Accessors of containers and the pods that they belong to. */
@NullMarked
package io.falcoj.runtime.fields.container;

import org.jspecify.annotations.NullMarked;
