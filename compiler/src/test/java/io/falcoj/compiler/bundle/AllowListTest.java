package io.falcoj.compiler.bundle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.compiler.codegen.GeneratedClasses;
import io.falcoj.runtime.abi.CompiledRuleSet;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.bundle.BundleLoader;
import io.falcoj.runtime.pushdown.PushdownPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Bundles made by someone else: what their classes may not do, the loader refuses. */
class AllowListTest {
  private static final String BASE = Type.getInternalName(CompiledRuleSet.class);

  private static byte[] bundle(Consumer<ClassWriter> members, String superName) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "bad/Rules", null, superName, null);
    MethodVisitor init = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, superName, "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    init.visitMaxs(0, 0);
    init.visitEnd();
    members.accept(writer);
    writer.visitEnd();
    GeneratedClasses classes =
        new GeneratedClasses(
            new TreeMap<>(Map.of("bad/Rules", writer.toByteArray())),
            Map.of("syscall", "bad.Rules"));
    return BundleWriter.write(
        new BundleContent(
            "bad", "1", "", List.of(), List.of(), classes, PushdownPlan.NONE, List.of()));
  }

  private static void assertRefused(Consumer<ClassWriter> members, String reason) {
    byte[] jar = bundle(members, BASE);
    assertThatThrownBy(() -> BundleLoader.load(jar, "bad.jar"))
        .isInstanceOf(BundleException.class)
        .hasMessageStartingWith("bad.jar: bundle refused")
        .hasMessageContaining(reason);
  }

  private static Consumer<ClassWriter> method(Consumer<MethodVisitor> code) {
    return writer -> {
      MethodVisitor run =
          writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "()V", null, null);
      run.visitCode();
      code.accept(run);
      run.visitInsn(Opcodes.RETURN);
      run.visitMaxs(0, 0);
      run.visitEnd();
    };
  }

  @Test
  void callsOutsideTheContract() {
    assertRefused(
        method(
            m -> {
              m.visitInsn(Opcodes.ICONST_0);
              m.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
            }),
        "names java.lang.System");
  }

  @Test
  void reflection() {
    assertRefused(
        method(
            m -> {
              m.visitLdcInsn("java.lang.Runtime");
              m.visitMethodInsn(
                  Opcodes.INVOKESTATIC,
                  "java/lang/Class",
                  "forName",
                  "(Ljava/lang/String;)Ljava/lang/Class;",
                  false);
              m.visitInsn(Opcodes.POP);
            }),
        "uses java.lang.Class.forName");
  }

  @Test
  void otherPackagesOfTheRuntime() {
    assertRefused(
        method(
            m -> {
              m.visitTypeInsn(Opcodes.NEW, "io/falcoj/runtime/state/StateTables");
              m.visitInsn(Opcodes.POP);
            }),
        "names io.falcoj.runtime.state.StateTables");
  }

  @Test
  void state() {
    assertRefused(
        writer -> writer.visitField(Opcodes.ACC_STATIC, "count", "I", null, null).visitEnd(),
        "has fields");
  }

  @Test
  void nativeMethodsAndStaticInitialisers() {
    assertRefused(
        writer ->
            writer
                .visitMethod(Opcodes.ACC_STATIC | Opcodes.ACC_NATIVE, "call", "()V", null, null)
                .visitEnd(),
        "native");
  }

  @Test
  void otherSuperclasses() {
    byte[] jar = bundle(writer -> {}, "java/lang/Thread");
    assertThatThrownBy(() -> BundleLoader.load(jar, "bad.jar"))
        .isInstanceOf(BundleException.class)
        .hasMessageContaining("extends java/lang/Thread");
  }

  @Test
  void codeThatDoesNotVerify() {
    assertRefused(method(m -> m.visitInsn(Opcodes.POP)), "does not link");
  }

  @Test
  void missingMethods() {
    assertRefused(writer -> {}, "lacks");
  }
}
