package io.falcoj.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteReaderTest {
  @TempDir private Path dir;

  private List<RuleTestSuite> read(String text) throws IOException, SuiteException {
    Path file = dir.resolve("a.test.yaml");
    Files.writeString(file, text);
    return SuiteReader.read(file);
  }

  /** The file has that mistake, perhaps among others. */
  private void assertFault(String text, String place, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SuiteException.class)
        .extracting(fault -> fault.getMessage().lines().toList(), list(String.class))
        .contains(dir.resolve("a.test.yaml") + ":" + place + ": " + message);
  }

  @Test
  void readsWholeSuites() throws IOException, SuiteException {
    List<RuleTestSuite> suites =
        read(
            """
            rules: [../main, extra.yaml]
            matching: all
            tests:
              - name: both
                events: captures/a.scap.gz
                expect:
                  - rule: One
                    count: 2
                    priority: warning
                  - rule: Two
                    count: {min: 0, max: 3}
                  - rule: Three
            ---
            tests:
              - name: nothing
                events: b.json
                expect: []
            """);
    assertThat(suites).hasSize(2);
    RuleTestSuite first = suites.get(0);
    assertThat(first.rules())
        .containsExactly(dir.resolve("../main").normalize(), dir.resolve("extra.yaml"));
    assertThat(first.matchAll()).isTrue();
    assertThat(first.tests().get(0).line()).isEqualTo(4);
    assertThat(first.tests().get(0).events())
        .isEqualTo(new Fixture.Recording(dir.resolve("captures/a.scap.gz")));
    assertThat(first.tests().get(0).expected())
        .containsExactly(
            new Expectation("One", 2, 2, "warning"),
            new Expectation("Two", 0, 3, null),
            new Expectation("Three", 1, Integer.MAX_VALUE, null));
    assertThat(suites.get(1).matchAll()).isFalse();
    assertThat(suites.get(1).tests().get(0).expected()).isEmpty();
  }

  @Test
  void unknownKeys() {
    assertFault(
        "rule: [a]\ntests: []\n",
        "1:1",
        "unknown key 'rule' (did you mean 'rules'?); known are rules, matching, tests");
    assertFault(
        "tests:\n  - name: a\n    expected: []\n",
        "3:5",
        "unknown key 'expected' (did you mean 'expect'?); known are name, events, scenario, audit,"
            + " expect");
    assertFault(
        "tests:\n  - name: a\n    events: e\n    expect:\n      - rule: r\n        prio: x\n",
        "6:9",
        "unknown key 'prio'; known are rule, count, priority");
  }

  @Test
  void missingKeys() {
    assertFault("tests:\n  - events: e\n    expect: []\n", "2:5", "key 'name' is missing");
    assertFault(
        "tests:\n  - name: a\n    expect: []\n",
        "2:5",
        "key 'events' is missing; `scenario` or `audit` can stand for it");
    assertFault(
        "tests:\n  - name: a\n    events: e\n",
        "2:5",
        "key 'expect' is missing; `expect: []` says that nothing may fire");
    assertFault(
        "tests:\n  - name: a\n    events: e\n    expect: [{count: 1}]\n",
        "4:14",
        "key 'rule' is missing");
  }

  @Test
  void wrongValues() {
    assertFault("matching: some\ntests: []\n", "1:11", "'matching' is first or all");
    assertFault("tests: a\n", "1:8", "'tests' takes a list");
    assertFault(
        "tests: [a]\n",
        "1:9",
        "expected a mapping with the keys name, events, scenario, audit, expect");
    assertFault("tests: []\ntests: []\n", "2:1", "key 'tests' stands twice");
    assertFault(
        "tests:\n  - name: [a]\n    events: e\n    expect: []\n", "2:11", "expected a text");
    assertFault(
        "tests:\n  - {name: a, events: e, expect: [{rule: r, count: -1}]}\n",
        "2:52",
        "'-1' is not a number of alerts");
  }

  @Test
  void allMistakesAreToldInTheirOrder() {
    String file = dir.resolve("a.test.yaml").toString();
    assertThatThrownBy(
            () ->
                read(
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
        .isInstanceOf(SuiteException.class)
        .extracting(fault -> fault.getMessage().lines().toList(), list(String.class))
        .containsExactly(
            file + ":6:17: thread 3 does not run: it is not in the tree, and no step has made it",
            file + ":7:31: 'x' is not a number of alerts",
            file + ":10:12: a case has either events or audit",
            file
                + ":12:25: expected a mapping with the keys host, start, users, containers,"
                + " processes, steps");
  }

  @Test
  void auditEventsThatNestWithoutEnd() {
    assertThatThrownBy(() -> read("tests: [{name: a, audit: &a {b: *a}, expect: []}]"))
        .isInstanceOf(SuiteException.class)
        .hasMessageContaining(":1:26: nested deeper than 100");
  }

  @Test
  void textThatIsNoYaml() {
    assertThatThrownBy(() -> read("tests: [\n"))
        .isInstanceOf(SuiteException.class)
        .hasMessageStartingWith(dir.resolve("a.test.yaml") + ":2:1: ");
    assertThatThrownBy(() -> read("a: \u0007\n"))
        .isInstanceOf(SuiteException.class)
        .hasMessageStartingWith(dir.resolve("a.test.yaml") + ":1:");
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
