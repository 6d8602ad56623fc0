/** Differences of rule sets for people and programs: text, Markdown, JSON. The same every time. */
@NullMarked
package io.falcoj.testkit.diff.render;

import org.jspecify.annotations.NullMarked;
