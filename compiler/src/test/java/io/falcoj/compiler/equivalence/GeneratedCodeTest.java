package io.falcoj.compiler.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.codegen.GeneratedClasses;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.runtime.bundle.BundleException;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** Generated classes are well formed and small in their methods, whatever goes in. */
class GeneratedCodeTest {
  /** HotSpot compiles no method with more bytes of code. */
  private static final int HUGE_METHOD = 8_000;

  /** All classes are verified by the JVM when they are loaded, and so many by ASM as well. */
  private static final int VERIFIED_CLASSES = 8;

  /** Code grows with the rules, not with rules times event types. */
  private static final long MAX_BYTES = 16 << 20;

  private static final List<Integer> EVENTS = IntStream.range(0, 50).boxed().toList();

  @Test
  void everyKindOfCheckPassesTheVerifier() throws BundleException {
    for (String source : EventSources.all()) {
      Language language = Language.of(source);
      List<String> conditions = new ArrayList<>();
      Random random = new Random(5);
      for (int i = 0; i < language.combinations().size(); i += 3) {
        String one = language.check(language.combinations().get(i), random, List.of());
        String two = language.check(language.combinations().get(i / 2), random, List.of());
        conditions.add("(" + one + " or not (" + two + ")) and not (" + one + ")");
      }
      assertSound(source, conditions);
    }
  }

  @Test
  void aRuleWithManyListItems() throws BundleException {
    String texts = items(20_000, i -> "/usr/bin/tool-" + i);
    String numbers = items(20_000, i -> Long.toString(i * 7L + (i % 2 == 0 ? 0 : 1L << 40)));
    String nets = items(5_000, i -> "10." + i / 250 + "." + i % 250 + ".0/24");
    assertSound(
        EventSources.SYSCALL,
        List.of(
            "proc.exepath in (/usr/sbin/nginx, " + texts + ")",
            "fd.ino in (77, " + numbers + ")",
            "fd.name pmatch (/etc, " + texts + ")",
            "fd.net in (127.0.0.0/8, " + nets + ")",
            "proc.name startswith anyof (ba, " + texts + ")",
            "proc.name contains oneof (ash, " + items(3_000, i -> "x" + i) + ")",
            "fd.num != allof (" + items(5_000, Integer::toString) + ")",
            "evt.num = oneof (" + items(3_000, Integer::toString) + ")",
            "proc.aname glob oneof (" + items(3_000, i -> "\"b" + i + "*\"") + ")",
            "proc.aname endswith allof (" + items(3_000, i -> "s") + ")",
            "join(\",\", (proc.name, " + items(3_000, i -> "v" + i) + ")) startswith bash"));
  }

  @Test
  void aRuleWithManyTerms() throws BundleException {
    String or = terms(5_000, " or ", i -> "proc.pid = " + i + " or fd.name endswith x" + i);
    String and = terms(5_000, " and ", i -> "proc.pid != " + (i + 500));
    String mixed =
        terms(
            5_000,
            " or ",
            i -> "not (proc.name = a" + i + " or fd.num > " + i + ") and user.uid=0");
    String deep = "(".repeat(100) + "proc.name = bash" + " or fd.num = 3)".repeat(100);
    String nots = "not (".repeat(101) + "proc.name = bash" + ")".repeat(101);
    assertSound(EventSources.SYSCALL, List.of(or, and, mixed, deep, nots, "not (" + or + ")"));
  }

  @Test
  void longConstantsAndNames() throws BundleException {
    String longText = "\u00e9".repeat(40_000);
    assertSound(
        EventSources.SYSCALL,
        List.of(
            "concat(proc.name, \"" + longText + "\") startswith bash",
            "proc.env[" + "x".repeat(70_000) + "] exists",
            "join(\"" + longText + "\", (proc.name, fd.name)) contains bash"));
  }

  @Test
  void manyRules() throws BundleException {
    List<String> names =
        EventTable.standard().all().stream()
            .filter(type -> type.has(EventType.Category.FILE))
            .map(EventType::name)
            .distinct()
            .toList();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String gate = i % 3 == 0 ? "" : "evt.type = " + names.get(i % names.size()) + " and ";
      conditions.add(gate + "proc.name = n" + i % 700 + " and not fd.name startswith /p" + i);
    }
    assertSound(EventSources.SYSCALL, conditions);
  }

  @Test
  void rulesThatEachLeaveOutAnotherEvent() throws BundleException {
    List<String> names =
        EventTable.standard().all().stream().map(EventType::name).distinct().toList();
    List<String> conditions = new ArrayList<>();
    for (int i = 0; i < Math.max(160, names.size()); i++) {
      String name = names.get(i % names.size());
      conditions.add("evt.type != " + name + " and proc.name != n" + i + " and fd.num > " + i);
    }
    assertSound(EventSources.SYSCALL, conditions);
  }

  @Test
  void deepNesting() throws BundleException {
    String or = "(proc.name = bash or ".repeat(198) + "fd.num = 3" + ")".repeat(198);
    String mixed = "(fd.num > 3 and not (proc.name = bash or ".repeat(98) + "fd.num = 3";
    assertSound(EventSources.SYSCALL, List.of(or, mixed + "))".repeat(98)));
  }

  @Test
  void namesThatNoMethodCanHave() throws BundleException {
    List<String> names =
        List.of(
            "a.b;c[d/e<f>g",
            "a/b;c[d.e<f>g",
            "<init>",
            "<clinit>",
            "match",
            "\u3000 \ud83d\ude00 \t\n",
            "x".repeat(70_000) + 1,
            "x".repeat(70_000) + 2,
            "\u20ac".repeat(300));
    StringBuilder yaml = new StringBuilder();
    for (String name : names) {
      String condition = "proc.name startswith b and fd.num != " + yaml.length();
      yaml.append(FrontEnd.rule(FrontEnd.quoted(name), condition, EventSources.SYSCALL));
    }
    // The same name again defines the rule anew.
    yaml.append(FrontEnd.rule("match", "proc.name = bash", EventSources.SYSCALL));
    assertSound(EventSources.SYSCALL, yaml.toString(), names.size());
  }

  private static String items(int count, IntFunction<String> item) {
    return terms(count, ", ", item);
  }

  private static String terms(int count, String separator, IntFunction<String> term) {
    return IntStream.range(0, count).mapToObj(term).collect(Collectors.joining(separator));
  }

  /** The rules compile, their classes are well formed, and all ways of running them agree. */
  private static void assertSound(String source, List<String> conditions) throws BundleException {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < conditions.size(); i++) {
      yaml.append(FrontEnd.rule("r" + i, conditions.get(i), source));
    }
    assertSound(source, yaml.toString(), conditions.size() * 9 / 10);
  }

  private static void assertSound(String source, String yaml, int least) throws BundleException {
    Diagnostics diags = new Diagnostics();
    CheckedRules checked = FrontEnd.checked(yaml, diags);
    TypedRules rules = checked.typed();
    assertThat(rules.rules().size())
        .as(() -> diags.reported().stream().limit(3).map(d -> d.message()).toList().toString())
        .isGreaterThanOrEqualTo(least);
    Batch batch = new Batch(source, checked, 1);
    long bytes = 0;
    for (GeneratedClasses classes : batch.classes()) {
      classes.classes().values().forEach(GeneratedCodeTest::assertNoHugeMethod);
      classes.classes().values().stream()
          .limit(VERIFIED_CLASSES)
          .forEach(GeneratedCodeTest::assertVerifies);
      bytes = classes.classes().values().stream().mapToLong(b -> b.length).sum();
    }
    assertThat(bytes).isLessThan(MAX_BYTES);
    assertThat(batch.run(EVENTS).stream().map(d -> d.rule().rule().name() + d.verdicts()))
        .isEmpty();
  }

  private static void assertVerifies(byte[] bytes) {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(bytes),
        GeneratedCodeTest.class.getClassLoader(),
        false,
        new PrintWriter(problems));
    assertThat(problems.toString()).isEmpty();
  }

  private static void assertNoHugeMethod(byte[] bytes) {
    SizeReader sizes = new SizeReader(bytes);
    assertThat(sizes.largest).as(sizes.method).isLessThan(HUGE_METHOD);
  }

  /** Finds the method with the most code. */
  private static final class SizeReader extends ClassReader {
    int largest;
    String method = "";
    private String current = "";

    SizeReader(byte[] bytes) {
      super(bytes);
      accept(
          new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] thrown) {
              current = name;
              return new MethodVisitor(Opcodes.ASM9) {};
            }
          },
          0);
    }

    @Override
    protected void readBytecodeInstructionOffset(int offset) {
      if (offset > largest) {
        largest = offset;
        method = current;
      }
    }
  }
}
