/**
 * Rule files to the same rule files in one layout. In: a file that is YAML. Out: its text with
 * other blanks and line ends, and nothing else changed. Works on YAML and words of conditions;
 * knows nothing of what they mean.
 */
@NullMarked
package io.falcoj.compiler.format;

import org.jspecify.annotations.NullMarked;
