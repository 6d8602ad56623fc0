package io.falcoj.compiler.codegen;

import io.falcoj.compiler.dispatch.Key;
import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.IpNet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * Dynamic constants, linked once by {@code abi.Bootstraps}. Bytes travel as texts with one
 * character per byte; lists as texts of items behind their length.
 */
final class Constants {
  /** Characters per text: a byte above 0x7f and a zero take two bytes of a class file's 65,535. */
  private static final int MAX_CHUNK = 30_000;

  /**
   * Items per constant. A bootstrap method takes at most 251 arguments; an item has at most 256
   * characters.
   */
  static final int MAX_ITEMS = 20_000;

  private static final String LOOKUP = "(Ljava/lang/invoke/MethodHandles$Lookup;";
  private static final String NAME_AND_TYPE = "Ljava/lang/String;Ljava/lang/Class;";
  private static final String TEXT = "Ljava/lang/String;";
  private static final String TEXTS = "[Ljava/lang/String;";

  private Constants() {}

  static ConstantDynamic text(ByteSlice value) {
    return constant("text", Types.SLICE, TEXTS, pieces(value));
  }

  static ConstantDynamic texts(List<ByteSlice> values) {
    return constant("texts", Types.SLICES, TEXTS, chunks(values));
  }

  /** Items are the text behind a byte for its kind and three for the number of its set. */
  static ConstantDynamic index(List<Key> keys) {
    List<ByteSlice> items = new ArrayList<>();
    for (Key key : keys) {
      byte[] item = new byte[key.text().length() + 4];
      item[0] = (byte) (key.prefix() ? 1 : 0);
      for (int i = 0; i < 3; i++) {
        item[1 + i] = (byte) (key.set() >>> (16 - 8 * i));
      }
      System.arraycopy(key.text().array(), key.text().offset(), item, 4, key.text().length());
      items.add(ByteSlice.of(item));
    }
    return constant("index", Types.INDEX, TEXTS, chunks(items));
  }

  static ConstantDynamic paths(List<ByteSlice> values) {
    return constant("paths", Types.PATHS, TEXTS, chunks(values));
  }

  static ConstantDynamic numbers(List<Long> values) {
    List<ByteSlice> items = new ArrayList<>();
    for (long value : values) {
      byte[] bytes = new byte[8];
      for (int i = 0; i < 8; i++) {
        bytes[i] = (byte) (value >>> (56 - 8 * i));
      }
      items.add(ByteSlice.of(bytes));
    }
    return constant("numbers", Types.LONGS, TEXTS, chunks(items));
  }

  static ConstantDynamic networks(List<IpNet> nets) {
    List<ByteSlice> items = new ArrayList<>();
    for (IpNet net : nets) {
      byte[] address = net.address();
      byte[] item = new byte[address.length + 1];
      item[0] = (byte) net.prefix();
      System.arraycopy(address, 0, item, 1, address.length);
      items.add(ByteSlice.of(item));
    }
    return constant("networks", Types.NETS, TEXTS, chunks(items));
  }

  static ConstantDynamic needle(ByteSlice value) {
    return constant("needle", Types.NEEDLE, TEXT, characters(value));
  }

  static ConstantDynamic glob(ByteSlice pattern, boolean ignoreCase) {
    return constant("glob", Types.GLOB, TEXT + "I", characters(pattern), ignoreCase ? 1 : 0);
  }

  static ConstantDynamic regex(ByteSlice expression) {
    return constant("regex", Types.REGEX, TEXT, characters(expression));
  }

  /** The parameter that {@code evt.arg} or {@code evt.rawarg} names. */
  static ConstantDynamic param(FieldRef field) {
    String argument = String.valueOf(field.arg());
    return field.text().endsWith("]")
        ? constant("paramAt", Types.PARAM, "I", Integer.parseInt(argument))
        : constant("param", Types.PARAM, TEXT, argument);
  }

  static ConstantDynamic eventTypes(CodeSet set) {
    List<Object> arguments = new ArrayList<>();
    arguments.add(flags(set.codes(), EventTable.standard().size()));
    arguments.add(flags(set.syscalls(), SyscallTable.standard().size()));
    arguments.add(set.asyncListed() ? 1 : 0);
    List<ByteSlice> names = set.asyncNames().stream().map(ByteSlice::of).toList();
    arguments.addAll(List.of(chunks(names)));
    return constant(
        "eventTypes", Types.EVENT_TYPES, TEXT + TEXT + "I" + TEXTS, arguments.toArray());
  }

  private static String flags(BitSet bits, int size) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < size; i++) {
      text.append(bits.get(i) ? '1' : '0');
    }
    return text.toString();
  }

  private static ConstantDynamic constant(
      String bootstrap, String type, String arguments, Object... values) {
    Handle handle =
        new Handle(
            Opcodes.H_INVOKESTATIC,
            Types.BOOTSTRAPS,
            bootstrap,
            LOOKUP + NAME_AND_TYPE + arguments + ")" + Types.desc(type),
            false);
    return new ConstantDynamic(bootstrap, Types.desc(type), handle, values);
  }

  private static String characters(ByteSlice value) {
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.toString();
  }

  /** The text in as many pieces as it needs. */
  private static Object[] pieces(ByteSlice value) {
    List<Object> pieces = new ArrayList<>();
    String all = characters(value);
    for (int at = 0; at < all.length(); at += MAX_CHUNK) {
      pieces.add(all.substring(at, Math.min(all.length(), at + MAX_CHUNK)));
    }
    return pieces.toArray();
  }

  private static void append(StringBuilder text, ByteSlice value) {
    for (int i = 0; i < value.length(); i++) {
      text.append((char) (value.at(i) & 0xff));
    }
  }

  private static Object[] chunks(List<ByteSlice> items) {
    List<Object> chunks = new ArrayList<>();
    StringBuilder chunk = new StringBuilder();
    for (ByteSlice item : items) {
      if (chunk.length() + item.length() + 1 > MAX_CHUNK) {
        chunks.add(chunk.toString());
        chunk.setLength(0);
      }
      chunk.append((char) item.length());
      append(chunk, item);
    }
    if (chunk.length() > 0) {
      chunks.add(chunk.toString());
    }
    return chunks.toArray();
  }
}
