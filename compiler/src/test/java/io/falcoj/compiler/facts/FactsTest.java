package io.falcoj.compiler.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.CodeSet;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.IrPrinter;
import io.falcoj.compiler.ir.Load;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.ir.Test.Equal;
import io.falcoj.compiler.ir.Test.Fails;
import io.falcoj.compiler.ir.Test.Number;
import io.falcoj.compiler.ir.Test.NumberIn;
import io.falcoj.compiler.ir.Test.Order;
import io.falcoj.compiler.ir.Test.Part;
import io.falcoj.compiler.ir.Test.Search;
import io.falcoj.compiler.ir.Test.TextIn;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType.Family;
import io.falcoj.runtime.value.ByteSlice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contradictions are real ones: compared with trying all events of a small world. */
class FactsTest {
  private static final Load NAME = field("proc.name");
  private static final Load PID = field("proc.pid");
  private static final String[] TEXTS = {"a", "ab", "b", "ba", ""};
  private static final long[] NUMBERS = {-1, 0, 1, 2, 5};
  private static final int[] CODES = {15, 103, 307};
  private static final Place PLACE =
      new Place(new SourceSpan(new SourceFile("rules.yaml", "x"), 0, 1));

  private record World(@Nullable String name, @Nullable Long pid, int code) {}

  private final Random random = new Random(7);

  private static Load field(String text) {
    FieldRef ref = FieldCatalog.standard().resolve(text, "syscall");
    return new Load.Field(Objects.requireNonNull(ref));
  }

  private static List<World> worlds() {
    List<World> worlds = new ArrayList<>();
    List<@Nullable String> names = new ArrayList<>(Arrays.asList(TEXTS));
    names.addAll(Arrays.asList(null, "zz"));
    List<@Nullable Long> pids = new ArrayList<>();
    Arrays.stream(NUMBERS).forEach(pids::add);
    pids.addAll(Arrays.asList(null, 3L, 99L));
    for (String name : names) {
      for (Long pid : pids) {
        for (int code : CODES) {
          worlds.add(new World(name, pid, code));
        }
      }
    }
    return worlds;
  }

  @Test
  void whatContradictsHoldsForNoEvent() {
    List<World> worlds = worlds();
    int contradictions = 0;
    int missed = 0;
    for (int i = 0; i < 20_000; i++) {
      Pred first = pred(3);
      Pred second = pred(2);
      boolean possible = worlds.stream().anyMatch(w -> holds(first, w) && holds(second, w));
      Facts facts = new Facts();
      boolean allowed = facts.assume(first, true) && facts.allows(second, true);
      if (!allowed) {
        contradictions++;
        assertThat(possible)
            .as(IrPrinter.print(first) + " and " + IrPrinter.print(second))
            .isFalse();
      }
      missed += allowed && !possible ? 1 : 0;
    }
    assertThat(contradictions).isGreaterThan(2_000);
    assertThat(missed).as("contradictions not found").isLessThan(contradictions / 4);
  }

  @Test
  void goingBackLeavesNoTrace() {
    for (int i = 0; i < 5_000; i++) {
      Pred first = pred(2);
      Pred tried = pred(2);
      Pred second = pred(2);
      Facts plain = new Facts();
      boolean expected = plain.assume(first, true) && plain.allows(second, true);
      Facts facts = new Facts();
      if (facts.assume(first, true)) {
        facts.allows(tried, true);
        facts.allows(tried, false);
        assertThat(facts.allows(second, true)).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatChangesByBeingReadIsNotEqual() {
    Load count = field("util.cnt");
    for (Order order : Order.values()) {
      Pred check = new Check(count, Check.Over.ONE, new Number(order, 3, Family.UNSIGNED), PLACE);
      Facts facts = new Facts();
      assertThat(facts.assume(check, true)).isTrue();
      assertThat(facts.allows(check, false)).isTrue();
      assertThat(facts.allows(new Exists(count, PLACE), false)).isTrue();
    }
  }

  private Pred pred(int depth) {
    int kind = random.nextInt(depth == 0 ? 5 : 9);
    return switch (kind) {
      case 0, 1 -> new Check(NAME, Check.Over.ONE, textTest(), PLACE);
      case 2 -> new Check(PID, Check.Over.ONE, numberTest(), PLACE);
      case 3 -> new Exists(random.nextBoolean() ? NAME : PID, PLACE);
      case 4 -> eventType();
      case 5 -> new Not(pred(depth - 1));
      case 6 -> new AnyOf(List.of(pred(depth - 1), pred(depth - 1)));
      default -> new AllOf(List.of(pred(depth - 1), pred(depth - 1)));
    };
  }

  private Pred eventType() {
    BitSet codes = new BitSet();
    codes.set(CODES[random.nextInt(CODES.length)]);
    CodeSet set = new CodeSet(codes, new BitSet(), true, List.of());
    return new EventTypeIs(random.nextBoolean() ? set : set.complement(), PLACE);
  }

  private io.falcoj.compiler.ir.Test textTest() {
    ByteSlice text = ByteSlice.of(TEXTS[random.nextInt(TEXTS.length)]);
    ByteSlice other = ByteSlice.of(TEXTS[random.nextInt(TEXTS.length)]);
    return switch (random.nextInt(5)) {
      case 0 -> new Equal(text);
      case 1 -> new Fails(new Equal(text));
      case 2 -> new TextIn(List.of(text, other));
      default -> new Search(Part.values()[random.nextInt(4)], text);
    };
  }

  private io.falcoj.compiler.ir.Test numberTest() {
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    return random.nextInt(4) == 0
        ? new NumberIn(List.of(number, NUMBERS[random.nextInt(NUMBERS.length)]))
        : new Number(Order.values()[random.nextInt(6)], number, Family.SIGNED);
  }

  private static boolean holds(Pred pred, World world) {
    if (pred instanceof AllOf all) {
      return all.operands().stream().allMatch(p -> holds(p, world));
    }
    if (pred instanceof AnyOf any) {
      return any.operands().stream().anyMatch(p -> holds(p, world));
    }
    if (pred instanceof Not not) {
      return !holds(not.operand(), world);
    }
    if (pred instanceof Exists exists) {
      return value(exists.load(), world) != null;
    }
    if (pred instanceof EventTypeIs type) {
      return type.codes().codes().get(world.code());
    }
    Check check = (Check) pred;
    Object value = value(check.load(), world);
    return value != null && passes(check.test(), value);
  }

  private static @Nullable Object value(Load load, World world) {
    return load.equals(NAME) ? world.name() : world.pid();
  }

  private static boolean passes(io.falcoj.compiler.ir.Test test, Object value) {
    if (test instanceof Fails fails) {
      return !passes(fails.test(), value);
    }
    if (test instanceof Equal equal) {
      return equal.value().toString().equals(value);
    }
    if (test instanceof TextIn in) {
      return in.values().stream().anyMatch(v -> v.toString().equals(value));
    }
    if (test instanceof NumberIn in) {
      return in.values().contains(value);
    }
    if (test instanceof Search search) {
      String text = (String) value;
      String part = search.value().toString();
      return switch (search.part()) {
        case STARTSWITH -> text.startsWith(part);
        case ENDSWITH -> text.endsWith(part);
        case CONTAINS, ICONTAINS -> text.contains(part);
      };
    }
    Number number = (Number) test;
    int order = Long.compare((Long) value, number.value());
    return switch (number.order()) {
      case EQ -> order == 0;
      case NE -> order != 0;
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      case GE -> order >= 0;
    };
  }
}
