/**
 * Rule files to declarations as written. In: text. Out: lists, macros, rules and requirements with
 * the place of every character. The only package that sees SnakeYAML; knows nothing of conditions.
 */
@NullMarked
package io.falcoj.compiler.yaml;

import org.jspecify.annotations.NullMarked;
