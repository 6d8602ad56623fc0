package io.falcoj.compiler.codegen;

import io.falcoj.compiler.ir.Test;
import io.falcoj.compiler.ir.Test.Passes;
import io.falcoj.compiler.ir.Test.Passes.Count;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Counts the tests that a value in a local variable passes: falls through when the count is the
 * wanted one, jumps to {@code onFalse} otherwise. Stack: unchanged. Many tests become methods that
 * each take some of them.
 */
final class CountedEmitter {
  /** Tests in one method, of at most 30 bytes each; also methods that one method calls. */
  private static final int TESTS_PER_METHOD = 128;

  private final MethodWriter out;

  CountedEmitter(MethodWriter out) {
    this.out = out;
  }

  void emit(Passes passes, int local, Label onFalse) {
    Label done = new Label();
    switch (passes.count()) {
      case ONE -> {
        int count = count(passes.tests(), local);
        out.variable(Opcodes.ILOAD, count);
        out.constant(1);
        out.jump(Opcodes.IF_ICMPNE, onFalse);
      }
      case ANY -> {
        any(passes.tests(), local, done);
        out.jump(Opcodes.GOTO, onFalse);
      }
      case ALL -> {
        all(passes.tests(), local, onFalse);
        if (passes.tests().isEmpty()) {
          out.jump(Opcodes.GOTO, onFalse);
        }
      }
    }
    out.label(done);
  }

  private int count(List<Test> tests, int local) {
    int count = out.local(1);
    out.constant(0);
    out.variable(Opcodes.ISTORE, count);
    if (tests.size() > TESTS_PER_METHOD) {
      for (int start = 0; start < tests.size(); start += share(tests)) {
        call(part(tests, start), Count.ONE, local);
        out.variable(Opcodes.ILOAD, count);
        out.instruction(Opcodes.IADD);
        out.variable(Opcodes.ISTORE, count);
      }
      return count;
    }
    for (Test test : tests) {
      Label next = new Label();
      one(test, local, next);
      out.increment(count);
      out.label(next);
    }
    return count;
  }

  private void any(List<Test> tests, int local, Label found) {
    if (tests.size() > TESTS_PER_METHOD) {
      for (int start = 0; start < tests.size(); start += share(tests)) {
        call(part(tests, start), Count.ANY, local);
        out.jump(Opcodes.IFNE, found);
      }
      return;
    }
    for (Test test : tests) {
      Label next = new Label();
      one(test, local, next);
      out.jump(Opcodes.GOTO, found);
      out.label(next);
    }
  }

  private void all(List<Test> tests, int local, Label onFalse) {
    if (tests.size() > TESTS_PER_METHOD) {
      for (int start = 0; start < tests.size(); start += share(tests)) {
        call(part(tests, start), Count.ALL, local);
        out.jump(Opcodes.IFEQ, onFalse);
      }
      return;
    }
    for (Test test : tests) {
      one(test, local, onFalse);
    }
  }

  private static int share(List<Test> tests) {
    return Math.max(TESTS_PER_METHOD, (tests.size() - 1) / TESTS_PER_METHOD + 1);
  }

  private static List<Test> part(List<Test> tests, int start) {
    return tests.subList(start, Math.min(tests.size(), start + share(tests)));
  }

  private void one(Test test, int local, Label onFalse) {
    new TestEmitter(out, new LoadEmitter(out, Map.of())).emit(test, local, onFalse);
  }

  /**
   * Calls a method for some of the tests. Stack: … → … int: how many pass, or for ANY and ALL
   * whether they do.
   */
  private void call(List<Test> tests, Count count, int local) {
    boolean number = isOfNumbers(tests.get(0));
    String descriptor =
        "(" + Types.desc(Types.CONTEXT) + (number ? "J" : Types.desc(Types.SLICE)) + ")I";
    MethodWriter method = out.further("tests", descriptor, number ? 3 : 2);
    method(new CountedEmitter(method), tests, count);
    method.finish();
    out.loadContext();
    out.variable(number ? Opcodes.LLOAD : Opcodes.ALOAD, local);
    out.callStatic(method.ref().owner(), method.ref().name(), descriptor);
  }

  private static void method(CountedEmitter body, List<Test> tests, Count count) {
    int value = 1;
    MethodWriter out = body.out;
    if (count == Count.ONE) {
      out.variable(Opcodes.ILOAD, body.count(tests, value));
      out.instruction(Opcodes.IRETURN);
      return;
    }
    Label other = new Label();
    if (count == Count.ANY) {
      body.any(tests, value, other);
    } else {
      body.all(tests, value, other);
    }
    out.constant(count == Count.ANY ? 0 : 1);
    out.instruction(Opcodes.IRETURN);
    out.label(other);
    out.constant(count == Count.ANY ? 1 : 0);
    out.instruction(Opcodes.IRETURN);
  }

  private static boolean isOfNumbers(Test test) {
    return test instanceof Test.Fails fails
        ? isOfNumbers(fails.test())
        : test instanceof Test.Number || test instanceof Test.NumberIn;
  }
}
