package io.falcoj.runtime.abi;

import io.falcoj.runtime.ops.Regex;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.names.SyscallTable;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.ByteSliceSet;
import io.falcoj.runtime.value.Glob;
import io.falcoj.runtime.value.IpNet;
import io.falcoj.runtime.value.IpNetSet;
import io.falcoj.runtime.value.LongSet;
import io.falcoj.runtime.value.Needle;
import io.falcoj.runtime.value.PathPrefixTrie;
import io.falcoj.runtime.value.TextIndex;
import java.lang.invoke.MethodHandles.Lookup;
import java.util.ArrayList;
import java.util.List;

/**
 * Bootstrap methods of the dynamic constants in generated classes. Bytes travel as texts, one
 * character per byte; lists as texts of items, each behind a character that holds its length.
 */
public final class Bootstraps {
  private Bootstraps() {}

  /** A text in pieces. */
  public static ByteSlice text(Lookup lookup, String name, Class<?> type, String... pieces) {
    return ByteSlice.of(bytes(String.join("", pieces)));
  }

  public static ByteSliceSet texts(Lookup lookup, String name, Class<?> type, String... items) {
    return new ByteSliceSet(slices(items));
  }

  /** Numbers are items of eight bytes, the highest first. */
  public static LongSet numbers(Lookup lookup, String name, Class<?> type, String... items) {
    List<ByteSlice> slices = slices(items);
    long[] numbers = new long[slices.size()];
    for (int i = 0; i < numbers.length; i++) {
      for (int j = 0; j < 8; j++) {
        numbers[i] = numbers[i] << 8 | (slices.get(i).at(j) & 0xff);
      }
    }
    return new LongSet(numbers);
  }

  /** Networks are items of the prefix and the address. */
  public static IpNetSet networks(Lookup lookup, String name, Class<?> type, String... items) {
    List<IpNet> nets = new ArrayList<>();
    for (ByteSlice item : slices(items)) {
      byte[] address = ByteSlice.of(item.array(), item.offset() + 1, item.length() - 1).toBytes();
      nets.add(new IpNet(address, item.at(0) & 0xff));
    }
    return new IpNetSet(nets);
  }

  /** Items are a byte for the kind (1 prefix), three for the number, and the text. */
  public static TextIndex index(Lookup lookup, String name, Class<?> type, String... items) {
    TextIndex.Builder index = new TextIndex.Builder();
    for (ByteSlice item : slices(items)) {
      int number = (item.at(1) & 0xff) << 16 | (item.at(2) & 0xff) << 8 | item.at(3) & 0xff;
      ByteSlice text = ByteSlice.of(item.array(), item.offset() + 4, item.length() - 4);
      if (item.at(0) == 1) {
        index.prefix(text, number);
      } else {
        index.whole(text, number);
      }
    }
    return index.build();
  }

  public static PathPrefixTrie paths(Lookup lookup, String name, Class<?> type, String... items) {
    return new PathPrefixTrie(slices(items));
  }

  public static Needle needle(Lookup lookup, String name, Class<?> type, String bytes) {
    return new Needle(bytes(bytes));
  }

  public static Glob glob(Lookup lookup, String name, Class<?> type, String pattern, int fold) {
    return new Glob(bytes(pattern), fold != 0);
  }

  public static Regex regex(Lookup lookup, String name, Class<?> type, String bytes) {
    return Regex.of(ByteSlice.of(bytes(bytes)).toString());
  }

  public static ParamRef param(Lookup lookup, String name, Class<?> type, String param) {
    return ParamRef.named(param);
  }

  public static ParamRef paramAt(Lookup lookup, String name, Class<?> type, int index) {
    return ParamRef.at(index);
  }

  /**
   * A set of event types.
   *
   * @param codes a character 0 or 1 for each event code
   * @param syscalls likewise for each system call code
   * @param asyncListed 1 when asynchronous events with a listed name belong to the set, 0 when
   *     those with another name do
   * @param asyncNames names of asynchronous events
   */
  public static EventTypeSet eventTypes(
      Lookup lookup,
      String name,
      Class<?> type,
      String codes,
      String syscalls,
      int asyncListed,
      String... asyncNames) {
    return new EventTypeSet(
        flags(codes, EventTable.standard().size()),
        flags(syscalls, SyscallTable.standard().size()),
        new ByteSliceSet(slices(asyncNames)),
        asyncListed != 0);
  }

  private static boolean[] flags(String text, int size) {
    boolean[] flags = new boolean[Math.max(size, text.length())];
    for (int i = 0; i < text.length(); i++) {
      flags[i] = text.charAt(i) == '1';
    }
    return flags;
  }

  private static List<ByteSlice> slices(String... chunks) {
    List<ByteSlice> slices = new ArrayList<>();
    for (String chunk : chunks) {
      byte[] all = bytes(chunk);
      for (int at = 0; at < all.length; at += 1 + (all[at] & 0xff)) {
        slices.add(ByteSlice.of(all, at + 1, Math.min(all[at] & 0xff, all.length - at - 1)));
      }
    }
    return slices;
  }

  private static byte[] bytes(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }
}
