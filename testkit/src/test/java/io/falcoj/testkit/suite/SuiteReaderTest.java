package io.falcoj.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.testkit.suite.Expectation.FieldDemand;
import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {
  @TempDir private Path dir;

  @BeforeEach
  void fixtures() throws IOException {
    for (String name : List.of("a.scap.gz", "b.json", "e", "rules.yaml")) {
      Files.writeString(dir.resolve(name), "");
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(dir.resolve("a.test.yaml"), text);
  }

  private List<RuleTestSuite> read(String text) throws IOException, SuiteException {
    return SuiteReader.read(file(text));
  }

  private RuleTest test(String text) throws IOException, SuiteException {
    return read(text).get(0).tests().get(0);
  }

  private List<String> faults(String text) throws IOException {
    List<Fault> faults = new ArrayList<>();
    SuiteReader.read(file(text), faults);
    return faults.stream().map(SuiteReaderTest::said).toList();
  }

  private static String said(Fault fault) {
    return fault.line() + ":" + fault.column() + ": " + fault.message();
  }

  /** The file has that mistake, perhaps among others. */
  private void assertFault(String text, String place, String message) throws IOException {
    assertThat(faults(text)).contains(place + ": " + message);
  }

  @Test
  void readsWholeSuites() throws IOException, SuiteException {
    List<RuleTestSuite> suites =
        read(
            """
            rules: [., rules.yaml]
            matching: all
            only: [One, Tw*]
            tests:
              - name: both
                events: a.scap.gz
                expect: []
            ---
            only: {rules: [A], tags: [shell]}
            tests:
              - name: nothing
                todo: tracked elsewhere
                events: b.json
                expect: []
            """);
    assertThat(suites).hasSize(2);
    RuleTestSuite first = suites.get(0);
    assertThat(first.rules())
        .containsExactly(dir.resolve(".").normalize(), dir.resolve("rules.yaml"));
    assertThat(first.matchAll()).isTrue();
    assertThat(first.only()).isNotNull();
    assertThat(first.only().selects("One", List.of())).isTrue();
    assertThat(first.only().selects("Two", List.of())).isTrue();
    assertThat(first.only().selects("Three", List.of("shell"))).isFalse();
    RuleTest both = first.tests().get(0);
    assertThat(both.line()).isEqualTo(5);
    assertThat(both.column()).isEqualTo(5);
    assertThat(both.todo()).isNull();
    assertThat(both.events()).isEqualTo(new Fixture.Recording(dir.resolve("a.scap.gz")));
    RuleTestSuite second = suites.get(1);
    assertThat(second.matchAll()).isFalse();
    assertThat(second.only().selects("B", List.of("shell", "net"))).isTrue();
    assertThat(second.tests().get(0).todo()).isEqualTo("tracked elsewhere");
    assertThat(second.tests().get(0).expected()).isEmpty();
  }

  @Test
  void readsExpectations() throws IOException, SuiteException {
    RuleTest test =
        test(
            """
            tests:
              - name: both
                events: a.scap.gz
                expect:
                  - {rule: One, count: 2, priority: info, fields: {proc.name: bash, fd.name: }}
                  - {rule: Two, count: {min: 0, max: 3}, output: {contains: x}}
                  - {rule: Two, count: {max: 1}, output: {equals: x}}
                  - rule: Three
                    output: {matches: "^a+$"}
            """);
    assertThat(test.expected())
        .extracting(Expectation::rule, Expectation::count, Expectation::priority)
        .map(Object::toString)
        .containsExactly(
            "(\"One\", \"2 alerts\", \"Informational\")",
            "(\"Two\", \"at most 3 alerts\", null)",
            "(\"Two\", \"at most 1 alert\", null)",
            "(\"Three\", \"at least 1 alert\", null)");
    assertThat(test.expected().get(0).fields())
        .extracting(FieldDemand::field, FieldDemand::value)
        .map(Object::toString)
        .containsExactly("(\"proc.name\", \"bash\")", "(\"fd.name\", null)");
    assertThat(test.expected().get(1).output()).isEqualTo(new OutputDemand.Containing("x"));
    assertThat(test.expected().get(2).output()).isEqualTo(new OutputDemand.Equal("x"));
    assertThat(test.expected().get(3).output().isMet("aa")).isTrue();
    assertThat(test.expected().get(3).output().isMet("ab")).isFalse();
    assertThat(test.expected().get(3).line()).isEqualTo(8);
  }

  @Test
  void allMistakesAreToldInTheirOrder() throws IOException {
    assertThat(
            faults(
                """
                tests:
                  - name: a
                    scenario:
                      processes: [{pid: 2, exe: /a}]
                      steps:
                        - {pid: 3, openat: {path: /a, flags: [O_RDNLY]}}
                    expect: [{rule: r, count: x}]
                  - name: b
                    events: e
                    audit: []
                    expect: []
                  - {name: c, scenario: [], expect: []}
                """))
        .containsExactly(
            "6:17: thread 3 does not run: it is not in the tree, and no step has made it",
            "7:31: 'x' is not a number of alerts",
            "10:12: a case has either events or audit",
            "12:25: expected a mapping with the keys host, start, users, containers, processes,"
                + " steps");
  }

  @Test
  void auditEventsThatNestWithoutEnd() throws IOException {
    assertFault(
        "tests: [{name: a, audit: &a {b: *a}, expect: []}]", "1:26", "nested deeper than 100");
  }

  @Test
  void placesCountCharactersAsEditorsDo() throws IOException {
    assertFault(
        "tests: # \ud83d\ude80 \n  - {name: \ud83d\ude80, x: 1}\n", "2:15", "unknown key 'x'");
    assertFault(
        "\ufefftests: [x]\n",
        "1:9",
        "expected a mapping with the keys name, todo, events," + " scenario, audit, expect");
  }

  @Test
  void textThatIsNoYaml() throws IOException {
    assertThatThrownBy(() -> read("tests: [\n"))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining("--> " + dir.resolve("a.test.yaml") + ":2:1\n");
    assertFault("a: \u0007\n", "1:4", "a character that YAML does not allow");
    Files.write(dir.resolve("a.test.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff});
    List<Fault> faults = new ArrayList<>();
    SuiteReader.read(dir.resolve("a.test.yaml"), faults);
    assertThat(faults)
        .map(SuiteReaderTest::said)
        .containsExactly("1:4: the text is not encoded in UTF-8");
  }

  @Test
  void findsTestFilesInTheOrderOfPaths() throws IOException {
    Files.createDirectories(dir.resolve("b"));
    Files.writeString(dir.resolve("b/z.test.yaml"), "");
    Files.writeString(dir.resolve("a.test.yaml"), "");
    Files.writeString(dir.resolve("a.yaml"), "");
    assertThat(SuiteFiles.find(dir))
        .containsExactly(dir.resolve("a.test.yaml"), dir.resolve("b/z.test.yaml"));
    assertThat(SuiteFiles.find(dir.resolve("none"))).isEmpty();
  }
}
