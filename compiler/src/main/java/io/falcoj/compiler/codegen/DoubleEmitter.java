package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.Test.Order;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Compares two numbers of type double, whose raw bits are on the stack. Stack: … left right → …;
 * falls through when the order is the wanted one.
 */
final class DoubleEmitter {
  private final MethodWriter out;

  DoubleEmitter(MethodWriter out) {
    this.out = out;
  }

  void emit(Order order, Label onFalse) {
    out.constant(order.ordinal());
    out.callStatic(Types.NUMBER_OPS, "compareDouble", "(JJI)Z");
    out.jump(Opcodes.IFEQ, onFalse);
  }
}
