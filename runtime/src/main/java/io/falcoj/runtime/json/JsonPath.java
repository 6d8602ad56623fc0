package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteSlice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys from the root of a document down, and how much of what stands at the end is looked at. Equal
 * paths are one object. Where a path meets an array, it goes on in each element.
 */
public final class JsonPath {
  /** How much of the value at the end is looked at. */
  public enum Reach {
    /** Its text. */
    VALUE,
    /** Its text and what lies directly in it; of an array also what lies in its elements. */
    MEMBERS,
    /** All of it. */
    EVERYTHING
  }

  private record Identity(List<String> keys, Reach reach) {}

  private static final Map<Identity, JsonPath> ALL = new ConcurrentHashMap<>();

  private final ByteSlice[] keys;
  private final Reach reach;
  private final int id;

  private JsonPath(Identity identity) {
    this.keys = identity.keys().stream().map(ByteSlice::of).toArray(ByteSlice[]::new);
    this.reach = identity.reach();
    this.id = ALL.size();
  }

  public static JsonPath of(Reach reach, List<String> keys) {
    Identity identity = new Identity(List.copyOf(keys), reach);
    synchronized (ALL) {
      JsonPath known = ALL.get(identity);
      if (known == null) {
        known = new JsonPath(identity);
        ALL.put(identity, known);
      }
      return known;
    }
  }

  ByteSlice[] keys() {
    return keys;
  }

  Reach reach() {
    return reach;
  }

  /** A small number that no other path has. */
  int id() {
    return id;
  }

  @Override
  public String toString() {
    return Arrays.toString(keys) + " " + reach;
  }
}
