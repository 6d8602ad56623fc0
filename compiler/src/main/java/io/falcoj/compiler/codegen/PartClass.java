package io.falcoj.compiler.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class being written: static methods, all from one rule file. */
final class PartClass {
  /** A class file holds 65,535 constants; a method rarely brings more than a few dozen. */
  private static final int MAX_METHODS = 400;

  /** Bytes of constants and code after which a new class is begun. */
  private static final int MAX_WEIGHT = 1 << 20;

  /** About 4 bytes of code each. */
  private static final int LINKED_PER_METHOD = 1000;

  /** Half of the pool: a method of 8,000 bytes cannot bring as many again. */
  private static final int MAX_ENTRIES = 32_000;

  private final String name;
  private final Supplier<PartClass> open;
  private final ClassWriter writer;
  private final Set<String> methodNames = new HashSet<>();
  private final Set<ConstantDynamic> constants = new LinkedHashSet<>();
  private final Set<String> callees = new HashSet<>();
  private int weight;
  private int entries;

  /**
   * @param open gives the class that takes the next method
   */
  PartClass(String name, String superName, String sourceFile, Supplier<PartClass> open) {
    this.name = name;
    this.open = open;
    this.writer = new FrameWriter();
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
        name,
        null,
        superName,
        null);
    writer.visitSource(sourceFile, null);
  }

  String name() {
    return name;
  }

  ClassWriter writer() {
    return writer;
  }

  boolean isFull() {
    return methodNames.size() >= MAX_METHODS || weight > MAX_WEIGHT || entries > MAX_ENTRIES;
  }

  /** Counts a constant of the pool and what it stands on. */
  void addConstant(int bytes, int poolEntries) {
    weight += bytes;
    entries += poolEntries;
  }

  /** Counts a method that is called, the first time: reference, class, name and type. */
  void addCallee(String owner, String method) {
    if (callees.add(owner + " " + method)) {
      entries += 4;
    }
  }

  /** The class that takes the next method, this one or another of the same file. */
  PartClass open() {
    return open.get();
  }

  /** Notes a constant that a method of this class loads. */
  void uses(ConstantDynamic constant) {
    constants.add(constant);
  }

  /**
   * Writes the methods that load every constant once, after all others; see {@link
   * DispatchGenerator}.
   */
  List<MethodRef> linkers() {
    List<MethodRef> linkers = new ArrayList<>();
    List<ConstantDynamic> all = List.copyOf(constants);
    for (int start = 0; start < all.size(); start += LINKED_PER_METHOD) {
      String method = uniqueName("link");
      linkers.add(new MethodRef(name, method));
      MethodVisitor link = begin(method, "()V");
      for (ConstantDynamic constant :
          all.subList(start, Math.min(all.size(), start + LINKED_PER_METHOD))) {
        link.visitLdcInsn(constant);
        link.visitInsn(Opcodes.POP);
      }
      link.visitInsn(Opcodes.RETURN);
      link.visitMaxs(0, 0);
      link.visitEnd();
    }
    return linkers;
  }

  /** Begins a static method; the name is made legal and unique. */
  String uniqueName(String wanted) {
    String base = MethodNames.legal(wanted);
    String unique = base;
    for (int i = 2; !methodNames.add(unique); i++) {
      unique = base + " #" + i;
    }
    return unique;
  }

  MethodVisitor begin(String method, String descriptor) {
    MethodVisitor visitor = writer.visitMethod(Opcodes.ACC_STATIC, method, descriptor, null, null);
    visitor.visitCode();
    return visitor;
  }

  byte[] finish() {
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Computes frames without loading classes: where paths meet, only interfaces-free types do. */
  private static final class FrameWriter extends ClassWriter {
    FrameWriter() {
      super(COMPUTE_FRAMES);
    }

    @Override
    protected String getCommonSuperClass(String first, String second) {
      return "java/lang/Object";
    }
  }
}
