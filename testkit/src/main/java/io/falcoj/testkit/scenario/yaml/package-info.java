/**
 * The written form of scenarios. Goes in: a YAML node; comes out: a {@link
 * io.falcoj.testkit.scenario.Scenario}, and every mistake with its place.
 */
@NullMarked
package io.falcoj.testkit.scenario.yaml;

import org.jspecify.annotations.NullMarked;
