package io.falcoj.runtime.bundle;

import io.falcoj.runtime.abi.CompiledRuleSet;
import java.util.Set;

/**
 * What a class of a bundle may name: the value types of {@code java.lang}, the types that bootstrap
 * methods name, the runtime's contract for generated code, and other classes of the bundle. It may
 * have no fields, no native methods, no static initialiser, and link nothing dynamically but
 * constants made by {@code Bootstraps}.
 */
final class ClassAllowList {
  private static final String RUNTIME = "io/falcoj/runtime/";
  private static final String BOOTSTRAPS = RUNTIME + "abi/Bootstraps";
  private static final String ENTRY_BASE = CompiledRuleSet.class.getName().replace('.', '/');
  private static final Set<String> VALUE_TYPES =
      Set.of("java/lang/Object", "java/lang/String", "java/lang/Class");
  private static final Set<String> BOOTSTRAP_TYPES =
      Set.of("java/lang/invoke/MethodHandles", "java/lang/invoke/MethodHandles$Lookup");
  private static final Set<String> OPEN_PACKAGES = Set.of("abi", "value", "ops", "fields");

  private final String name;
  private final Set<String> bundle;

  private ClassAllowList(String name, Set<String> bundle) {
    this.name = name;
    this.bundle = bundle;
  }

  /**
   * Checks one class.
   *
   * @param name with slashes, as the jar has it
   * @param bundle names of all classes of the bundle
   * @throws BundleException naming the class and what it may not do
   */
  static void check(String name, byte[] file, Set<String> bundle) throws BundleException {
    ClassFileReader reader = ClassFileReader.read(name, file);
    new ClassAllowList(name, bundle).check(reader);
  }

  private void check(ClassFileReader reader) throws BundleException {
    if (!reader.thisClass().equals(name)) {
      throw refuse("contains class " + reader.thisClass());
    }
    if (name.startsWith("java/") || name.startsWith("io/falcoj/")) {
      throw refuse("takes a name of the platform or of the runtime");
    }
    if (!reader.superClass().equals("java/lang/Object")
        && !reader.superClass().equals(ENTRY_BASE)) {
      throw refuse("extends " + reader.superClass());
    }
    if (reader.interfaceCount() > 0) {
      throw refuse("implements an interface");
    }
    if (reader.fieldCount() > 0) {
      throw refuse("has fields");
    }
    for (ClassFileReader.Method method : reader.methods()) {
      if (method.isNative() || method.name().equals("<clinit>")) {
        throw refuse("has a native method or a static initialiser");
      }
      checkDescriptor(method.descriptor());
    }
    for (String type : reader.classNames()) {
      checkType(type);
    }
    for (String descriptor : reader.descriptors()) {
      checkDescriptor(descriptor);
    }
    for (ClassFileReader.Member member : reader.members()) {
      checkMember(member);
    }
    if (reader.linksDynamicCalls()) {
      throw refuse("links calls dynamically");
    }
    for (ClassFileReader.Member handle : reader.handles()) {
      if (!handle.owner().equals(BOOTSTRAPS)) {
        throw refuse("makes a handle of " + handle);
      }
    }
  }

  private void checkMember(ClassFileReader.Member member) throws BundleException {
    String owner = member.owner();
    boolean own = bundle.contains(owner) || isOpen(owner);
    boolean construction = owner.equals("java/lang/Object") && member.name().equals("<init>");
    if (!own && !construction) {
      throw refuse("uses " + member);
    }
  }

  private void checkDescriptor(String descriptor) throws BundleException {
    for (int i = 0; i < descriptor.length(); i++) {
      if (descriptor.charAt(i) == 'L') {
        int end = descriptor.indexOf(';', i);
        if (end < 0) {
          throw refuse("has a broken descriptor");
        }
        checkType(descriptor.substring(i + 1, end));
        i = end;
      }
    }
  }

  private void checkType(String type) throws BundleException {
    if (type.startsWith("[")) {
      checkDescriptor(type);
    } else if (!VALUE_TYPES.contains(type)
        && !BOOTSTRAP_TYPES.contains(type)
        && !bundle.contains(type)
        && !isOpen(type)) {
      throw refuse("names " + type.replace('/', '.'));
    }
  }

  private static boolean isOpen(String type) {
    int slash = type.indexOf('/', RUNTIME.length());
    return type.startsWith(RUNTIME)
        && slash > 0
        && OPEN_PACKAGES.contains(type.substring(RUNTIME.length(), slash));
  }

  private BundleException refuse(String reason) {
    return new BundleException("class " + name.replace('/', '.') + " " + reason);
  }
}
