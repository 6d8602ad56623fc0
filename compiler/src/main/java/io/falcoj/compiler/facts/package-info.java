/**
 * What is known of an event while a condition holds: which conditions contradict or imply each
 * other, which fields can be set, what checks cost. In: typed predicates. Sound and incomplete:
 * what is not understood is taken as possible.
 */
@NullMarked
package io.falcoj.compiler.facts;

import org.jspecify.annotations.NullMarked;
