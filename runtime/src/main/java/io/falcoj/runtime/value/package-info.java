/**
 * Values compared without allocation: byte slices, address networks, sets of them. Imports nothing
 * else of the project.
 */
@NullMarked
package io.falcoj.runtime.value;

import org.jspecify.annotations.NullMarked;
