package io.falcoj.compiler.opt;

import io.falcoj.compiler.ir.Pred;

/** One rewrite. */
public interface Pass {
  Pred apply(Pred pred);
}
