package io.falcoj.runtime.json;

import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a document that somebody looks at. Immutable. */
public final class JsonPaths {
  /** Nothing but the document as a whole. */
  public static final JsonPaths NONE = new JsonPaths(Set.of());

  private final Set<JsonPath> paths;
  private final boolean[] ids;
  private final Step root = new Step(0);
  private int steps = 1;

  private JsonPaths(Set<JsonPath> paths) {
    this.paths = Collections.unmodifiableSet(paths);
    this.ids = new boolean[paths.stream().mapToInt(JsonPath::id).max().orElse(-1) + 1];
    for (JsonPath path : paths) {
      ids[path.id()] = true;
      Step at = root;
      for (ByteSlice key : path.keys()) {
        at = grow(at, key.toBytes());
      }
      at.end(path);
    }
    root.freeze(false);
  }

  private Step grow(Step at, byte[] key) {
    for (Step step : at.growing) {
      if (Arrays.equals(step.name, key)) {
        return step;
      }
    }
    Step step = new Step(steps++);
    step.name = key;
    at.growing.add(step);
    return step;
  }

  /** Numbers of steps are below this. */
  int steps() {
    return steps;
  }

  public static JsonPaths of(Collection<JsonPath> paths) {
    return new JsonPaths(new LinkedHashSet<>(paths));
  }

  public Collection<JsonPath> all() {
    return paths;
  }

  /** These and one more. */
  public JsonPaths with(JsonPath path) {
    Set<JsonPath> more = new LinkedHashSet<>(paths);
    more.add(path);
    return new JsonPaths(more);
  }

  boolean covers(JsonPath path) {
    return path.id() < ids.length && ids[path.id()];
  }

  /** Numbers of paths are below this. */
  int bound() {
    return ids.length;
  }

  Step root() {
    return root;
  }

  @Override
  public String toString() {
    return paths.toString();
  }

  /** A place on a path. */
  static final class Step {
    /** What is looked at as text alone. */
    static final Step LEAF = new Step(-1);

    /** Where all of a document is looked at. */
    static final Step EVERYTHING = new Step(-1);

    static {
      EVERYTHING.everything = true;
    }

    private final int number;
    private final List<Step> growing = new ArrayList<>();
    private byte[] name = new byte[0];
    private StepTable next = StepTable.EMPTY;
    private int[] slots = new int[0];
    private boolean members;
    private boolean everything;

    private Step(int number) {
      this.number = number;
    }

    /** Among the steps of its paths; -1 for one that they share. */
    int number() {
      return number;
    }

    private void end(JsonPath path) {
      slots = Arrays.copyOf(slots, slots.length + 1);
      slots[slots.length - 1] = path.id();
      members |= path.reach() == JsonPath.Reach.MEMBERS;
      everything |= path.reach() == JsonPath.Reach.EVERYTHING;
    }

    private void freeze(boolean all) {
      everything |= all;
      next = new StepTable(growing);
      growing.forEach(step -> step.freeze(everything));
    }

    /** True when what lies in a container here is looked at. */
    boolean goesOn() {
      return !growing.isEmpty() || members || everything;
    }

    /** Paths that end here, by number. */
    int[] slots() {
      return slots;
    }

    byte[] name() {
      return name;
    }

    /**
     * The step for a key, which may be escaped, or null when nobody looks at its value. {@link
     * JsonScanner#SLACK} applies.
     */
    @Nullable Step at(byte[] bytes, int start, int end) {
      Step step = next.get(bytes, start, end - start);
      if (step == null && !growing.isEmpty() && JsonText.escaped(bytes, start, end)) {
        step = escaped(bytes, start, end);
      }
      return step != null ? step : other();
    }

    private @Nullable Step escaped(byte[] bytes, int start, int end) {
      for (Step step : growing) {
        if (JsonText.equal(bytes, start, end, ByteSlice.of(step.name))) {
          return step;
        }
      }
      return null;
    }

    private @Nullable Step other() {
      return everything ? EVERYTHING : members ? LEAF : null;
    }
  }
}
