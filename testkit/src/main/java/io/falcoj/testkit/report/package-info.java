/** Results for people. */
@NullMarked
package io.falcoj.testkit.report;

import org.jspecify.annotations.NullMarked;
