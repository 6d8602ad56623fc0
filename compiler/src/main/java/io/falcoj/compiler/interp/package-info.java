/**
 * Evaluates typed predicates without compiling them: takes predicates and the context of an event,
 * gives truth or a record of how it came about. Uses {@code runtime.ops} and the accessors that
 * generated code uses, and nothing of what plans or writes code.
 */
@NullMarked
package io.falcoj.compiler.interp;

import org.jspecify.annotations.NullMarked;
