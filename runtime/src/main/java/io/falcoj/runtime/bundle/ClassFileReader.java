package io.falcoj.runtime.bundle;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a class file names: its constant pool and the heads of its members.
 *
 * <pre>
 *   u4 magic, u2 minor, u2 major, u2 count, constants[count-1],
 *   u2 access, u2 this, u2 super, u2 n, u2 interfaces[n], fields, methods, attributes
 *   member: u2 access, u2 name, u2 descriptor, u2 n, attributes[n] (u2 name, u4 length, bytes)
 * </pre>
 *
 * Layout: Java Virtual Machine Specification, chapter 4.
 */
final class ClassFileReader {
  /** A field, method or handle that a class names. */
  record Member(String owner, String name) {
    @Override
    public String toString() {
      return owner.replace('/', '.') + "." + name;
    }
  }

  /** A method that a class declares. */
  record Method(String name, String descriptor, int access) {
    boolean isNative() {
      return (access & 0x0100) != 0;
    }
  }

  private record Constant(int tag, int first, int second, String text) {}

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;

  private final Constant[] pool;
  private final List<Method> methods = new ArrayList<>();
  private int thisClass;
  private int superClass;
  private int interfaceCount;
  private int fieldCount;

  private ClassFileReader(Constant[] pool) {
    this.pool = pool;
  }

  static ClassFileReader read(String name, byte[] file) throws BundleException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (in.readInt() != 0xCAFEBABE) {
        throw new BundleException(name + " is not a class file");
      }
      in.readInt();
      ClassFileReader reader = new ClassFileReader(readPool(in));
      reader.readHeads(in);
      return reader;
    } catch (IOException | IndexOutOfBoundsException | IllegalStateException e) {
      throw new BundleException(name + " is a damaged class file", e);
    }
  }

  private static Constant[] readPool(DataInputStream in) throws IOException {
    Constant[] pool = new Constant[in.readUnsignedShort()];
    for (int i = 1; i < pool.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case UTF8 -> pool[i] = new Constant(tag, 0, 0, in.readUTF());
        case 3, 4 -> pool[i] = new Constant(tag, in.readInt(), 0, "");
        case 5, 6 -> {
          in.readLong();
          pool[i] = new Constant(tag, 0, 0, "");
          i++;
        }
        case CLASS, 8, METHOD_TYPE, 19, 20 ->
            pool[i] = new Constant(tag, in.readUnsignedShort(), 0, "");
        case METHOD_HANDLE ->
            pool[i] = new Constant(tag, in.readUnsignedByte(), in.readUnsignedShort(), "");
        case 9, 10, 11, 12, 17, 18 ->
            pool[i] = new Constant(tag, in.readUnsignedShort(), in.readUnsignedShort(), "");
        default -> throw new IOException("constant tag " + tag);
      }
    }
    return pool;
  }

  private void readHeads(DataInputStream in) throws IOException {
    in.readUnsignedShort();
    thisClass = in.readUnsignedShort();
    superClass = in.readUnsignedShort();
    interfaceCount = in.readUnsignedShort();
    in.skipNBytes(2L * interfaceCount);
    fieldCount = in.readUnsignedShort();
    for (int i = 0; i < fieldCount; i++) {
      readMember(in);
    }
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      methods.add(readMember(in));
    }
  }

  private Method readMember(DataInputStream in) throws IOException {
    int access = in.readUnsignedShort();
    Method method = new Method(text(in.readUnsignedShort()), text(in.readUnsignedShort()), access);
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      in.readUnsignedShort();
      in.skipNBytes(in.readInt() & 0xffffffffL);
    }
    return method;
  }

  private Constant constant(int index) {
    Constant constant = pool[index];
    if (constant == null) {
      throw new IllegalStateException("no constant " + index);
    }
    return constant;
  }

  private String text(int index) {
    if (constant(index).tag != UTF8) {
      throw new IllegalStateException("constant " + index + " is no text");
    }
    return constant(index).text;
  }

  private String className(int index) {
    return text(constant(index).first);
  }

  String thisClass() {
    return className(thisClass);
  }

  String superClass() {
    return superClass == 0 ? "" : className(superClass);
  }

  int interfaceCount() {
    return interfaceCount;
  }

  int fieldCount() {
    return fieldCount;
  }

  List<Method> methods() {
    return methods;
  }

  /** Every class that the pool names; arrays in descriptor form. */
  List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (Constant constant : pool) {
      if (constant != null && constant.tag == CLASS) {
        names.add(text(constant.first));
      }
    }
    return names;
  }

  /** Descriptors of all members and constants that the pool names. */
  List<String> descriptors() {
    List<String> descriptors = new ArrayList<>();
    for (Constant constant : pool) {
      if (constant != null && constant.tag == 12) {
        descriptors.add(text(constant.second));
      } else if (constant != null && constant.tag == METHOD_TYPE) {
        descriptors.add(text(constant.first));
      }
    }
    return descriptors;
  }

  /** Fields and methods that the pool names. */
  List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (Constant constant : pool) {
      if (constant != null && constant.tag >= 9 && constant.tag <= 11) {
        members.add(member(constant));
      }
    }
    return members;
  }

  /** Targets of the method handles in the pool. */
  List<Member> handles() {
    List<Member> handles = new ArrayList<>();
    for (Constant constant : pool) {
      if (constant != null && constant.tag == METHOD_HANDLE) {
        handles.add(member(constant(constant.second)));
      }
    }
    return handles;
  }

  private Member member(Constant constant) {
    return new Member(className(constant.first), text(constant(constant.second).first));
  }

  /** True when the class has {@code invokedynamic} instructions. */
  boolean linksDynamicCalls() {
    for (Constant constant : pool) {
      if (constant != null && constant.tag == 18) {
        return true;
      }
    }
    return false;
  }
}
