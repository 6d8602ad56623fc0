package io.falcoj.compiler.equivalence;

import io.falcoj.compiler.ast.Modifier;
import io.falcoj.compiler.ast.Operator;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.equivalence.Combination.Fields;
import io.falcoj.compiler.equivalence.Combination.Right;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldDef.FieldFlag;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.schema.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything that a check of one source can be made of. Found by asking the front end of every
 * operand, operator, modifier and kind of right side.
 */
final class Language {
  private static final List<String> CALLS =
      List.of(
          "%s",
          "tolower(%s)",
          "toupper(%s)",
          "b64(%s)",
          "basename(%s)",
          "len(%s)",
          "join(\",\", %s)",
          "join(\"-\", (%s, \"z\"))",
          "concat(%s, \"x\")",
          "getopt(%s, \"c:l\")",
          "getopt(%s, \"c:l\")[c]",
          "len(tolower(%s))",
          "toupper(basename(tolower(%s)))",
          "concat(\"<\", join(\"+\", toupper(%s)), \">\")");

  private static final Map<String, Language> KNOWN = new LinkedHashMap<>();

  private final String source;
  private final Map<Fields, List<String>> fields = new LinkedHashMap<>();
  private final List<Combination> combinations = new ArrayList<>();
  private final Samples samples;

  static synchronized Language of(String source) {
    return KNOWN.computeIfAbsent(source, Language::new);
  }

  private Language(String source) {
    this.source = source;
    Map<String, FieldRef> refs = new LinkedHashMap<>();
    for (FieldDef def : FieldCatalog.standard().all()) {
      names(def).forEach(name -> resolve(name, refs));
    }
    for (FieldRef ref : refs.values()) {
      fields.computeIfAbsent(kind(ref), k -> new ArrayList<>()).add(ref.text());
    }
    samples = new Samples(source, refs.values());
    operands();
  }

  private Fields kind(FieldRef ref) {
    return new Fields(
        source,
        ref.type(),
        ref.def().shape(),
        !ref.def().has(FieldFlag.NO_TRANSFORMER),
        !ref.def().has(FieldFlag.NO_RHS));
  }

  private void resolve(String name, Map<String, FieldRef> refs) {
    try {
      FieldRef ref = FieldCatalog.standard().resolve(name, source);
      // One counts its own evaluations, the other stands for a window of time.
      boolean plain = !name.equals("util.cnt") && !name.startsWith("evt.around");
      if (ref != null && plain) {
        refs.put(name, ref);
      }
    } catch (FieldException e) {
      // Not a name of this source.
    }
  }

  private static Stream<String> names(FieldDef def) {
    String name = def.name();
    return switch (def.arg()) {
      case NONE -> Stream.of(name);
      case INDEX -> Stream.of(name + "[0]", name + "[1]", name + "[7]");
      case KEY -> Stream.of(name + "[PATH]", name + "[x]", name + "[/etc]", name + "[app]");
      case SUFFIX -> Stream.of(name + ".cpu", name + ".src", name + ".1");
      case POINTER -> Stream.of(name + "[/verb]", name + "[/user/username]", name + "[/no]");
      case PARAM -> {
        TreeSet<String> params = new TreeSet<>();
        EventTable.standard().all().forEach(t -> t.params().forEach(p -> params.add(p.name())));
        yield Stream.concat(
            Stream.of(name + "[0]", name + "[1]"), params.stream().map(p -> name + "." + p));
      }
    };
  }

  private void operands() {
    List<Fields> kinds = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    for (Map.Entry<Fields, List<String>> entry : fields.entrySet()) {
      for (String call : CALLS) {
        kinds.add(entry.getKey());
        calls.add(call);
        conditions.add(call.formatted(entry.getValue().get(0)) + " exists");
      }
    }
    Map<Integer, TypedRule> accepted = FrontEnd.conditions(conditions, source);
    List<Combination> candidates = new ArrayList<>();
    for (int i = 0; i < conditions.size(); i++) {
      TypedRule rule = accepted.get(i);
      if (rule != null) {
        Exists exists = (Exists) rule.condition();
        checks(kinds.get(i), calls.get(i), exists, candidates);
      }
    }
    keepAccepted(candidates);
  }

  private static void checks(
      Fields kind, String call, Exists exists, List<Combination> candidates) {
    for (Operator operator : Operator.values()) {
      for (Modifier modifier : Modifier.values()) {
        if (modifier != Modifier.NONE && !operator.takesModifier()) {
          continue;
        }
        boolean list = modifier != Modifier.NONE || operator.takesList();
        List<Right> rights =
            operator == Operator.EXISTS
                ? List.of(Right.NOTHING)
                : List.of(list ? Right.LIST : Right.VALUE, Right.FIELD);
        for (Right right : rights) {
          candidates.add(
              new Combination(
                  kind, call, exists.load().operand().type(), operator, modifier, right));
        }
      }
    }
  }

  private void keepAccepted(List<Combination> candidates) {
    List<String> conditions = new ArrayList<>();
    Random random = new Random(1);
    for (Combination candidate : candidates) {
      conditions.add(check(candidate, fields.get(candidate.fields()).get(0), random, List.of()));
    }
    Map<Integer, TypedRule> accepted = FrontEnd.conditions(conditions, source);
    for (int i = 0; i < candidates.size(); i++) {
      if (accepted.containsKey(i)) {
        combinations.add(candidates.get(i));
      }
    }
  }

  List<Combination> combinations() {
    return combinations;
  }

  /** Names of fields, with arguments where they take some. */
  List<String> fields() {
    return fields.values().stream().flatMap(List::stream).toList();
  }

  /** Checks of one field, or of the same call of it, the rest of them drawn. */
  List<String> checks(String field, int count, Random random) {
    List<Combination> own =
        combinations.stream()
            .filter(c -> fields.getOrDefault(c.fields(), List.of()).contains(field))
            .toList();
    if (own.isEmpty()) {
      return List.of();
    }
    String drawn = own.get(random.nextInt(own.size())).call();
    String call = random.nextInt(4) == 0 ? drawn : "%s";
    List<Combination> equal = own.stream().filter(c -> c.call().equals(call)).toList();
    return Stream.generate(() -> equal.get(random.nextInt(equal.size())))
        .limit(equal.isEmpty() ? 0 : count)
        .map(combination -> check(combination, field, random, List.of()))
        .toList();
  }

  /** A check of a combination, the rest of it drawn. */
  String check(Combination combination, Random random, List<String> lists) {
    List<String> names = fields.get(combination.fields());
    return check(combination, names.get(random.nextInt(names.size())), random, lists);
  }

  private String check(Combination combination, String field, Random random, List<String> lists) {
    return switch (combination.right()) {
      case NOTHING -> combination.text(field, "");
      case VALUE -> combination.text(field, literal(combination, field, random));
      case LIST -> combination.text(field, list(combination, field, random, lists));
      case FIELD -> {
        List<String> names = fields.get(combination.fields());
        String other = names.get(random.nextInt(names.size()));
        String right = combination.call().formatted(other);
        yield combination.text(field, right.equals(other) ? "val(" + other + ")" : right);
      }
    };
  }

  private String literal(Combination combination, String field, Random random) {
    String special = Samples.special(combination.operator(), random);
    boolean called = !combination.call().equals("%s");
    return special != null ? special : samples.literal(field, combination.result(), called, random);
  }

  private String list(Combination combination, String field, Random random, List<String> lists) {
    int size = random.nextInt(8) == 0 ? 90 : random.nextInt(6);
    List<String> items = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      items.add(literal(combination, field, random));
    }
    boolean texts = combination.result() == FieldType.CHARBUF;
    boolean plain = combination.modifier() == Modifier.NONE && !field.equals("evt.type");
    if (texts && plain && !lists.isEmpty() && random.nextInt(3) == 0) {
      items.add(lists.get(random.nextInt(lists.size())));
    }
    return "(" + String.join(", ", items) + ")";
  }
}
