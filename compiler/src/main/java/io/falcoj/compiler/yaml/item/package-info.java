/** What the items of a rule file say, as written, with the place of every character. */
@NullMarked
package io.falcoj.compiler.yaml.item;

import org.jspecify.annotations.NullMarked;
