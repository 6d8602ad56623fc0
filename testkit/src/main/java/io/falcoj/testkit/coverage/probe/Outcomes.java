package io.falcoj.testkit.coverage.probe;

import io.falcoj.compiler.interp.IrInterpreter;
import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Counter;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.runtime.abi.MatchContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How conditions come out for one event. Equal parts are one, evaluated once for all rules, and for
 * mutants, which cost what differs from their rule. Used by one thread.
 */
public final class Outcomes {
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

  /** Number of the condition, by which it is asked for; the same for equal ones. */
  public int add(Pred pred) {
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
    // What changes by being read is read for each that asks.
    boolean shared = !Counter.isReadBy(node.check);
    Integer before = shared ? known.putIfAbsent(node, nodes.size()) : null;
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
  public void begin() {
    event++;
  }

  /** Whether the condition of that number holds for the event. */
  public boolean holds(int id, MatchContext ctx) {
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
