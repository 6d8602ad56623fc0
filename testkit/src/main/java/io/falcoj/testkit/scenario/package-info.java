/**
 * Scenarios as data: a machine with users, containers and processes, and the steps that happen on
 * it. {@link io.falcoj.testkit.scenario.Scenario#on} begins one in Java. Knows nothing of how a
 * scenario becomes bytes: see {@code scenario.scap}.
 */
@NullMarked
package io.falcoj.testkit.scenario;

import org.jspecify.annotations.NullMarked;
