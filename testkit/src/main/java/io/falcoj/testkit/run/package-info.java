/** Runs suites: rules compiled once, fixtures replayed, alerts compared with what was expected. */
@NullMarked
package io.falcoj.testkit.run;

import org.jspecify.annotations.NullMarked;
