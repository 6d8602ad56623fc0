/** The service interface of event sources: poll, count, close. */
@NullMarked
package io.falcoj.runtime.source;

import org.jspecify.annotations.NullMarked;
