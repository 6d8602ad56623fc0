package io.falcoj.testkit.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.falcoj.testkit.rules.RuleSets;
import io.falcoj.testkit.suite.RuleRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulePagesTest {
  @TempDir Path root;

  @BeforeEach
  void repository() throws Exception {
    write(
        "src/main/falco/shells.yaml",
        """
        - list: shells
          items: [bash, sh]
        - macro: is_shell
          condition: proc.name in (shells)
        - macro: starts_a_shell
          condition: evt.type = execve and is_shell
        - rule: Shell | of a web server
          desc: A server started <a shell>.
          condition: starts_a_shell and proc.pname = nginx
          exceptions:
            - name: jobs
              fields: [proc.cmdline, user.name]
              comps: [startswith, =]
          output: x
          priority: NOTICE
          tags: [maturity_stable, mitre_execution, T1059.004]
        - rule: Any shell
          desc: A shell was started.
          condition: evt.type = execve and proc.name = dash
          output: x
          priority: INFO
        """);
    write("src/test/falco/shell-of-a-web-server/shell-of-a-web-server.test.yaml", cases(""));
    write("src/test/falco/shell-of-a-web-server/variants.test.yaml", cases("also "));
  }

  private static String cases(String word) {
    return """
        tests:
          - name: %snginx starts a shell
            scenario:
              processes: [{pid: 100, exe: /usr/sbin/nginx}]
              steps: [{pid: 100, spawn: {pid: 101, exe: /bin/sh}}]
            expect: [{rule: Shell | of a web server}]
          - name: %scron starts a shell
            scenario:
              processes: [{pid: 100, exe: /usr/sbin/cron}]
              steps: [{pid: 100, spawn: {pid: 101, exe: /bin/sh}}]
            expect: []
          - name: %sa copy of a shell
            todo: it has another name
            scenario:
              processes: [{pid: 100, exe: /usr/sbin/nginx}]
              steps: [{pid: 100, spawn: {pid: 101, exe: /tmp/x}}]
            expect: [{rule: Shell | of a web server}]
        """
        .formatted(word, word, word);
  }

  private void write(String name, String text) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private Map<String, String> pages() throws Exception {
    RuleRepository repository = RuleRepository.at(root);
    return RulePages.render(
        new RuleSets(Map.of()).get(repository.rules()), repository.suites(new ArrayList<>()));
  }

  @Test
  void aPageSaysWhatARuleTellsAndFromWhat() throws Exception {
    assertThat(pages())
        .containsOnlyKeys("any-shell.md", "index.md", "navigator.json", "shell-of-a-web-server.md");
    assertThat(pages().get("shell-of-a-web-server.md"))
        .contains("# Shell \\| of a web server\n\nA server started \\<a shell\\>.")
        .contains("| Priority | Notice |\n| Maturity | stable |")
        .contains("T1059.004 Command and Scripting Interpreter: Unix Shell](")
        .contains("| Event types | `execve` |")
        .contains("```\nstarts_a_shell and proc.pname = nginx\n```")
        .contains("starts_a_shell: evt.type = execve and is_shell\nis_shell: proc.name in (shells)")
        .contains("Lists that it reads: `shells` (`bash`, `sh`).")
        .contains("[value, value]  # proc.cmdline startswith, user.name =");
  }

  @Test
  void casesStandUnderWhatTheyShow() throws Exception {
    assertThat(pages().get("shell-of-a-web-server.md"))
        .contains("It fires when:\n\n- nginx starts a shell\n\n")
        .contains("Other ways to the same end:\n\n- also nginx starts a shell\n\n")
        .contains("It stays silent when:\n\n- cron starts a shell\n- also cron starts a shell\n\n")
        .contains("- a copy of a shell: *it has another name*\n");
    assertThat(pages().get("any-shell.md")).contains("## Tests\n\nNone.\n");
  }

  @Test
  void theIndexCountsAndTheLayerScores() throws Exception {
    assertThat(pages().get("index.md"))
        .contains("2 rules, 1 of them stable, with 6 cases.")
        .contains(
            "[Shell \\| of a web server](shell-of-a-web-server.md) | Notice | stable | T1059.004 |"
                + " 1 | 1 | 2 | 2 |");
    JsonNode layer = new ObjectMapper().readTree(pages().get("navigator.json"));
    assertThat(layer.at("/techniques/0/techniqueID").asText()).isEqualTo("T1059.004");
    assertThat(layer.at("/techniques/0/score").asInt()).isEqualTo(1);
  }

  @Test
  void aFolderKeepsWhatSomebodyWroteAndLosesPagesOfRulesThatAreGone() throws Exception {
    Path docs = root.resolve("docs");
    PageFolder folder = new PageFolder(docs);
    folder.write(pages());
    Files.writeString(docs.resolve("noise.md"), "# Noise\n");
    assertThat(folder.differing(pages())).isEmpty();

    Map<String, String> fewer = new TreeMap<>(pages());
    fewer.remove("any-shell.md");
    fewer.put("index.md", "other\n");
    assertThat(folder.differing(fewer)).isEqualTo(List.of("any-shell.md", "index.md"));
    assertThat(folder.write(fewer)).isEqualTo(List.of("any-shell.md", "index.md"));
    assertThat(docs.resolve("any-shell.md")).doesNotExist();
    assertThat(docs.resolve("noise.md")).exists();
  }
}
