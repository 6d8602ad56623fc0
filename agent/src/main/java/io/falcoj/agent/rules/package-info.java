/**
 * The rules that commands are given: bundles, rule files, the shipped ones. Compiler classes are
 * loaded only where rule files are given.
 */
@NullMarked
package io.falcoj.agent.rules;

import org.jspecify.annotations.NullMarked;
