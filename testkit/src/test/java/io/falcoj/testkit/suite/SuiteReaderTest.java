package io.falcoj.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private void assertFault(String text, String place, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(SuiteException.class)
        .hasMessage(dir.resolve("a.test.yaml") + ":" + place + ": " + message);
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
    assertThat(first.tests().get(0).events()).isEqualTo(dir.resolve("captures/a.scap.gz"));
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
        "rule: [a]\ntests: []\n", "1:1", "unknown key 'rule'; known are rules, matching, tests");
    assertFault(
        "tests:\n  - name: a\n    expected: []\n",
        "3:5",
        "unknown key 'expected'; known are name, events, expect");
    assertFault(
        "tests:\n  - name: a\n    events: e\n    expect:\n      - rule: r\n        prio: x\n",
        "6:9",
        "unknown key 'prio'; known are rule, count, priority");
  }

  @Test
  void missingKeys() {
    assertFault("tests:\n  - events: e\n    expect: []\n", "2:5", "key 'name' is missing");
    assertFault("tests:\n  - name: a\n    expect: []\n", "2:5", "key 'events' is missing");
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
    assertFault("tests: [a]\n", "1:9", "expected a mapping with the keys name, events, expect");
    assertFault("tests: []\ntests: []\n", "2:1", "key 'tests' stands twice");
    assertFault(
        "tests:\n  - name: [a]\n    events: e\n    expect: []\n", "2:11", "expected a text");
    assertFault(
        "tests:\n  - {name: a, events: e, expect: [{rule: r, count: -1}]}\n",
        "2:52",
        "'-1' is not a number of alerts");
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
