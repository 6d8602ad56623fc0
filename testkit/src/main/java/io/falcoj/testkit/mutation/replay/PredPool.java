package io.falcoj.testkit.mutation.replay;

import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions that share their equal parts: a mutant costs what differs from its rule, in memory
 * and, since outcomes are kept for an event, in time.
 */
final class PredPool {
  private enum Kind {
    ALL_OF,
    ANY_OF,
    NOT,
    CHECK
  }

  /** Operands by number; none for a check. */
  private record Node(Kind kind, List<Integer> operands, Pred check) {}

  private final IrInterpreter interpreter = new IrInterpreter();
  private final Map<Node, Integer> known = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private long[] evaluated = new long[1024];
  private boolean[] values = new boolean[1024];
  private long event;

  /** Number of the condition; the same for equal ones. */
  int add(Pred pred) {
    if (pred instanceof AllOf all) {
      return node(Kind.ALL_OF, all.operands());
    }
    if (pred instanceof AnyOf any) {
      return node(Kind.ANY_OF, any.operands());
    }
    return pred instanceof Not not
        ? node(Kind.NOT, List.of(not.operand()))
        : add(new Node(Kind.CHECK, List.of(), pred));
  }

  private int node(Kind kind, List<Pred> operands) {
    return add(new Node(kind, operands.stream().map(this::add).toList(), Always.TRUE));
  }

  private int add(Node node) {
    Integer before = known.putIfAbsent(node, nodes.size());
    if (before != null) {
      return before;
    }
    int id = nodes.size();
    nodes.add(node);
    if (id == evaluated.length) {
      evaluated = Arrays.copyOf(evaluated, 2 * id);
      values = Arrays.copyOf(values, 2 * id);
    }
    return id;
  }

  /** Forgets the event before. */
  void begin() {
    event++;
  }

  boolean holds(int id, MatchContext ctx) {
    if (evaluated[id] != event) {
      boolean value = evaluate(nodes.get(id), ctx);
      evaluated[id] = event;
      values[id] = value;
    }
    return values[id];
  }

  private boolean evaluate(Node node, MatchContext ctx) {
    return switch (node.kind) {
      case CHECK -> interpreter.holds(node.check, ctx);
      case NOT -> !holds(node.operands.get(0), ctx);
      case ALL_OF -> !any(node, false, ctx);
      case ANY_OF -> any(node, true, ctx);
    };
  }

  private boolean any(Node node, boolean wanted, MatchContext ctx) {
    for (int i = 0; i < node.operands.size(); i++) {
      if (holds(node.operands.get(i), ctx) == wanted) {
        return true;
      }
    }
    return false;
  }
}
