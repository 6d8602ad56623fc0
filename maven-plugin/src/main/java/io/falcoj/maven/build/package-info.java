/**
 * What goals share and Maven is needed for: the project as a rule repository, its bundle in {@code
 * target/falco}, messages. In: parameters of goals. Out: files below the work directory, lines of
 * the log. Rules are compiled and tested elsewhere, in compiler and test kit.
 */
@NullMarked
package io.falcoj.maven.build;

import org.jspecify.annotations.NullMarked;
