/**
 * Reads the items of a rule file, in the order of upstream's loader. In: nodes. Out: declarations.
 */
@NullMarked
package io.falcoj.compiler.yaml.reader;

import org.jspecify.annotations.NullMarked;
