/**
 * Are the rule tests strong enough? Changes rules as a careless author might, and looks whether a
 * case notices. In: what a run with coverage recorded. Out: mutants that no case notices, with
 * their places and differences.
 */
@NullMarked
package io.falcoj.testkit.mutation;

import org.jspecify.annotations.NullMarked;
