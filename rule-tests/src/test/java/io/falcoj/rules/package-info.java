/** Makes the fixtures of the rule tests and the capture that the distribution ships. */
@NullMarked
package io.falcoj.rules;

import org.jspecify.annotations.NullMarked;
