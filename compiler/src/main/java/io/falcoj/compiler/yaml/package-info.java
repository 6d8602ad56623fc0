/**
 * Text to YAML, read as upstream's library reads it. Out: nodes and events with the place of every
 * character. This package and those inside it are the only ones that see SnakeYAML.
 */
@NullMarked
package io.falcoj.compiler.yaml;

import org.jspecify.annotations.NullMarked;
