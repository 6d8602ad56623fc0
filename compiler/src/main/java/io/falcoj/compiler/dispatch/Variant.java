package io.falcoj.compiler.dispatch;

import io.falcoj.compiler.ir.Pred;
import java.util.BitSet;

/**
 * A rule's condition as it is for some event codes.
 *
 * @param rule position of the rule in its source
 */
record Variant(int rule, Pred condition, BitSet codes) {}
