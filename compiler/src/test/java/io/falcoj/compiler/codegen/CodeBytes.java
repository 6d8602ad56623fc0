package io.falcoj.compiler.codegen;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;

/** Bytes of code of each method, read from the class file's {@code Code} attributes. */
final class CodeBytes {
  private CodeBytes() {}

  static Map<String, Integer> of(byte[] file) throws IOException {
    ClassReader reader = new ClassReader(file);
    char[] buffer = new char[reader.getMaxStringLength()];
    int head = reader.header + 8 + 2 * reader.getInterfaces().length;
    Map<String, Integer> sizes = new TreeMap<>();
    DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(file, head - 2, file.length - head + 2));
    in.readUnsignedShort();
    int methods = in.readUnsignedShort();
    int at = head + 2;
    for (int m = 0; m < methods; m++) {
      String name = reader.readUTF8(at + 2, buffer);
      in.skipNBytes(6);
      int attributes = in.readUnsignedShort();
      at += 8;
      for (int a = 0; a < attributes; a++) {
        boolean code = "Code".equals(reader.readUTF8(at, buffer));
        int length = reader.readInt(at + 2);
        if (code) {
          sizes.put(name, reader.readInt(at + 6 + 4));
        }
        in.skipNBytes(6L + length);
        at += 6 + length;
      }
    }
    return sizes;
  }
}
