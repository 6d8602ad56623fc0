package io.falcoj.compiler.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.compiler.Checked;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.opt.Passes;
import io.falcoj.compiler.plan.Planner;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.util.CheckClassAdapter;

/**
 * Generated classes pass ASM's verifier, stay small enough for the JIT and are the same each time.
 */
class GeneratedClassesTest {
  /** One condition for each kind of test and load that the emitters know. */
  private static final List<String> KINDS =
      List.of(
          "evt.num >= 3",
          "evt.num < -1",
          "evt.cpu != 2",
          "evt.num in (1, 2)",
          "evt.num in (1, 2, 3, 4)",
          "evt.num in (1, 2, 99999999999)",
          "evt.failed = true",
          "proc.fdusage <= 3",
          "evt.around[1404996934793590564] = 5",
          "proc.name = cat",
          "proc.name != cat",
          "proc.name in (a, b)",
          "proc.name in (a, b, c, d, e)",
          "proc.name in ()",
          "proc.name < 5",
          "proc.name contains a or proc.name icontains A",
          "proc.name startswith a and not proc.name endswith b",
          "proc.name glob a* or proc.name iglob A*",
          "proc.name regex '[a-z]+x?'",
          "fd.name pmatch (/etc, /usr/*/lib)",
          "evt.buffer bcontains 6162 or evt.buffer bstartswith 00",
          "fd.sip = 127.0.0.1",
          "fd.sip in (127.0.0.1, ::1)",
          "fd.snet in (10.0.0.0/8, 2001:db8::/32)",
          "fd.net != 10.0.0.0/8",
          "fd.ip in (1.2.3.4)",
          "fd.port > 1000 or fd.port in (22, 23)",
          "fd.types in (file) or fd.types intersects (ipv4, ipv6)",
          "proc.aname = x or proc.aname != y or proc.aname exists",
          "proc.aname[2] = x and proc.apid = 1",
          "proc.name = oneof (a, b, a) or proc.name contains oneof (a, b)",
          "proc.name startswith anyof (a, b) and proc.name != allof (a, b)",
          "proc.name endswith allof (a, b)",
          "proc.aname contains anyof (a, b)",
          "proc.name = val(proc.pname) or proc.name < val(proc.pname)",
          "proc.name contains val(proc.pname) or proc.name icontains val(proc.pname)",
          "proc.name glob val(proc.pname) or proc.name in val(proc.pname)",
          "proc.pid = val(proc.ppid) or proc.pid >= val(proc.ppid)",
          "tolower(basename(proc.exepath)) = toupper(proc.name)",
          "len(proc.name) = 3 or len(fd.types) > 1 or len(proc.name) < len(fd.name)",
          "join(\"-\", (proc.name, fd.name)) = a-b or concat(proc.name, \"x\") = ax",
          "b64(proc.name) contains x or b64(evt.buffer) exists",
          "getopt((proc.name, \"-a\"), \"ab:\") in (a) or getopt((proc.name), \"a:\")[a] = x",
          "tolower(fd.types) intersects (file)",
          "evt.arg.name = x and evt.rawarg.fd = 3 and evt.arg[0] = y and evt.rawarg.flags > 1",
          "evt.type = open or evt.type != close or evt.type intersects (alarm, open)",
          "syscall.type in (open, alarm) and evt.dir = < and not evt.type contains open",
          "proc.env[A] = b and thread.cgroup.cpu startswith / and evt.type.is.open = 1");

  private static final String RULES = rules();

  private static String rules() {
    StringBuilder yaml = new StringBuilder();
    for (int i = 0; i < KINDS.size(); i++) {
      yaml.append(Checked.rule("Rule [" + i + "] of <kinds>; a/b", KINDS.get(i)));
    }
    return yaml.toString();
  }

  private static GeneratedClasses generate(String yaml, Passes passes) {
    Checked checked = Checked.file(yaml);
    assertThat(checked.diagnostics()).filteredOn(d -> d.severity() == Severity.ERROR).isEmpty();
    return RuleSetGenerator.generate(Planner.plan(passes.apply(checked.rules())));
  }

  private static void verify(GeneratedClasses generated) {
    for (byte[] file : generated.classes().values()) {
      StringWriter problems = new StringWriter();
      CheckClassAdapter.verify(
          new ClassReader(file),
          GeneratedClassesTest.class.getClassLoader(),
          false,
          new PrintWriter(problems));
      assertThat(problems.toString()).isEmpty();
    }
  }

  private static List<String> largeMethods(GeneratedClasses generated, int limit)
      throws IOException {
    List<String> large = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : generated.classes().entrySet()) {
      CodeBytes.of(file.getValue())
          .forEach(
              (method, bytes) -> {
                if (bytes > limit) {
                  large.add(file.getKey() + "." + method + " " + bytes);
                }
              });
    }
    return large;
  }

  @Test
  void everyKindOfCheckPassesTheVerifier() {
    verify(generate(RULES, Passes.standard()));
  }

  @Test
  void withoutPassesTooTheVerifierPasses() {
    verify(generate(RULES, Passes.none()));
  }

  @Test
  void equalRulesGiveEqualBytes() {
    GeneratedClasses first = generate(RULES, Passes.standard());
    GeneratedClasses second = generate(RULES, Passes.standard());
    assertThat(second.classes().keySet()).isEqualTo(first.classes().keySet());
    first
        .classes()
        .forEach((name, bytes) -> assertThat(second.classes().get(name)).isEqualTo(bytes));
  }

  @Test
  void aRuleWithThousandsOfAlternativesIsSplit() throws IOException {
    String condition =
        IntStream.range(0, 5000)
            .mapToObj(i -> "proc.name contains x" + i)
            .collect(Collectors.joining(" or "));
    GeneratedClasses generated = generate(Checked.rule("Many", condition), Passes.standard());
    verify(generated);
    assertThat(largeMethods(generated, 8000)).isEmpty();
  }

  @Test
  void methodsAreNamedAsTheirRule() {
    GeneratedClasses generated =
        generate(Checked.rule("Shell in a container", "proc.name = sh"), Passes.standard());
    ClassNode node = new ClassNode();
    new ClassReader(generated.classes().get("falcorules/syscall/test_yaml_1")).accept(node, 0);
    assertThat(node.methods).extracting(m -> m.name).contains("Shell in a container");
    assertThat(node.sourceFile).isEqualTo("test.yaml");
  }
}
