/**
 * The goals of the plugin {@code falco}. A mojo takes parameters, makes one call and says what came
 * of it; no logic of its own.
 */
@NullMarked
package io.falcoj.maven;

import org.jspecify.annotations.NullMarked;
