/**
 * One page for people: no network, no other file, nothing that a text from a rule or an event could
 * run. The page is written in sections; style and script are files beside these classes.
 */
@NullMarked
package io.falcoj.testkit.report.html;

import org.jspecify.annotations.NullMarked;
