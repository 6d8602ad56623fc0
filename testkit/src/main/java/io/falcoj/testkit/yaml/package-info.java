/**
 * YAML as people write it: mappings with known keys, and every mistake with its place. Knows
 * nothing of what the keys mean.
 */
@NullMarked
package io.falcoj.testkit.yaml;

import org.jspecify.annotations.NullMarked;
