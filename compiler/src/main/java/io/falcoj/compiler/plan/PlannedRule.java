package io.falcoj.compiler.plan;

import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.ir.Pred;

/**
 * A rule with the predicates that run for it.
 *
 * @param index number over the whole bundle
 * @param condition for the events that the index shows it
 * @param asyncCondition for asynchronous events, which every rule is shown
 */
public record PlannedRule(int index, TypedRule rule, Pred condition, Pred asyncCondition) {}
