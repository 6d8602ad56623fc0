package io.falcoj.compiler.resolve;

import io.falcoj.compiler.ast.AndExpr;
import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.ast.NotExpr;
import io.falcoj.compiler.ast.OrExpr;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How large a tree is when every shared part is counted where it is used. */
record TreeSize(long depth, long nodes) {
  private static final TreeSize LEAF = new TreeSize(1, 1);

  static TreeSize of(Expr tree) {
    return of(tree, new IdentityHashMap<>());
  }

  // Recursion is as deep as the parser's limit times the macros on one path.
  private static TreeSize of(Expr tree, Map<Expr, TreeSize> known) {
    TreeSize size = known.get(tree);
    if (size == null) {
      long depth = 0;
      long nodes = 1;
      for (Expr child : children(tree)) {
        TreeSize below = of(child, known);
        depth = Math.max(depth, below.depth);
        nodes = Math.min(Long.MAX_VALUE / 2, nodes + below.nodes);
      }
      size = depth == 0 ? LEAF : new TreeSize(depth + 1, nodes);
      known.put(tree, size);
    }
    return size;
  }

  private static List<Expr> children(Expr tree) {
    if (tree instanceof AndExpr and) {
      return and.operands();
    }
    if (tree instanceof OrExpr or) {
      return or.operands();
    }
    return tree instanceof NotExpr not ? List.of(not.operand()) : List.of();
  }
}
