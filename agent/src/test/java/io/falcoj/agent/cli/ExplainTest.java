package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.Zstd;
import io.falcoj.agent.console.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code falcoc explain} as a user meets it; what it says of rules is held in the compiler. */
class ExplainTest {
  private static final String MACROS =
      """
      - list: secrets
        items: [/etc/shadow, /etc/gshadow]
      - macro: opens
        condition: evt.type in (open, openat)
      """;

  private static final String RULES =
      """
      - rule: Secret opened
        desc: d
        condition: opens and fd.name in (secrets)
        output: o
        priority: WARNING
      - rule: Any open
        desc: d
        condition: opens
        output: o
        priority: INFO
      - rule: Pod made
        desc: d
        condition: ka.verb = create
        output: o
        priority: INFO
        source: k8s_audit
      """;

  private static final String CREATED =
      """
      {"kind":"Event","apiVersion":"audit.k8s.io/v1","stage":"ResponseComplete","auditID":"a",\
      "verb":"create","user":{"username":"ann"},"stageTimestamp":"2024-05-01T09:00:00.000001Z",\
      "objectRef":{"resource":"pods","namespace":"shop","name":"web"}}
      """;

  @TempDir private Path dir;
  private String macros = "";
  private String rules = "";
  private String capture = "";

  @BeforeEach
  void files() throws IOException {
    macros = file("0-macros.yaml", MACROS.getBytes(StandardCharsets.UTF_8));
    rules = file("1-rules.yaml", RULES.getBytes(StandardCharsets.UTF_8));
    capture = file("c.scap", Captures.opening("/tmp/a", "/etc/shadow", "/tmp/b"));
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(dir.resolve(name), content).toString();
  }

  private CommandRun explain(String events, String rule, String... more) {
    String[] args = {"explain", "-r", macros, "-r", rules, "-e", events, "--rule", rule};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CommandRun.falcoc(all);
  }

  @Test
  void explainsTheEventThatIsAskedFor() {
    CommandRun run = explain(capture, "Secret opened", "--event", "2");
    assertThat(run.out())
        .startsWith("Rule \"Secret opened\" matches event 2.\n")
        .contains("rule      " + rules + ":1")
        .contains("event     2  16:17:58.000000000  open\n");
    assertThat(run.outLines())
        .anyMatch(line -> line.matches(" +true +macro opens +0-macros.yaml:3"))
        .anyMatch(
            line -> line.matches(" +true +fd.name in \\(secrets\\) +/etc/shadow +1-rules.*:3"))
        .anyMatch(line -> line.matches(" +item /etc/shadow +0-macros.yaml:2"));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(explain(capture, "Secret opened", "--event", "1").out())
        .contains("does not match event 1")
        .containsPattern("decided +fd.name in \\(secrets\\) is false, saw /tmp/a  1-rules.yaml:3");
  }

  @Test
  void looksForAnEventWhenNoneIsNamed() {
    assertThat(explain(capture, "Secret opened").outLines())
        .startsWith("3 events, 1 match: 2", "", "Rule \"Secret opened\" matches event 2.");
    CommandRun shadowed = explain(capture, "Any open");
    assertThat(shadowed.out())
        .startsWith("3 events, 3 matches: 1, 2, 3\n")
        .contains("rule \"Secret opened\" (1-rules.yaml:1) comes first and gets 1: 2")
        .contains("Rule \"Any open\" matches event 1.");
  }

  @Test
  void prefersAnEventOnWhichTheRuleFires() throws IOException {
    String both = file("both.scap", Captures.opening("/etc/shadow", "/tmp/a"));
    assertThat(explain(both, "Any open").out())
        .contains("2 matches: 1, 2")
        .contains("Rule \"Any open\" matches event 2.");
    String taken = file("taken.scap", Captures.opening("/etc/shadow"));
    assertThat(explain(taken, "Any open").out())
        .contains("matches event 1, but rule \"Secret opened\" (1-rules.yaml:1) comes first");
  }

  @Test
  void showsNearMissesWhenNothingMatches() throws IOException {
    String harmless = file("harmless.scap", Captures.opening("/tmp/a", "/tmp/b", "/tmp/a"));
    CommandRun run = explain(harmless, "Secret opened");
    assertThat(run.outLines())
        .startsWith("3 events, no match")
        .contains("  1 check  event 1  open  cat x  /tmp/a  root  host")
        .contains("  1 check  event 2  open  cat x  /tmp/b  root  host")
        .noneMatch(line -> line.contains("event 3"))
        .contains("Rule \"Secret opened\" does not match event 1.");
    assertThat(run.code()).isZero();
  }

  @Test
  void readsEveryKindOfRecording() throws IOException {
    byte[] plain = Files.readAllBytes(Path.of(capture));
    String gzip = file("c.scap.gz", Captures.openingInGzip("/tmp/a", "/etc/shadow"));
    String zstd = file("c.scap.zst", Zstd.compress(plain));
    for (String events : new String[] {gzip, zstd}) {
      assertThat(explain(events, "Secret opened").out()).contains("1 match: 2");
    }
    String audit = file("a.json", CREATED.getBytes(StandardCharsets.UTF_8));
    assertThat(explain(audit, "Pod made").out())
        .contains("1 event, 1 match: 1")
        .contains("ka.user.name = ann")
        .containsPattern("true +ka.verb = create +create +1-rules.yaml:13");
    CommandRun piped =
        CommandRun.falcocReading(
            plain, "explain", "-r", macros, "-r", rules, "-e", "-", "--rule", "Any open");
    assertThat(piped.out()).contains("3 matches");
  }

  @Test
  void answersInJson() throws IOException {
    JsonNode one =
        new ObjectMapper().readTree(explain(capture, "Any open", "--event", "2", "--json").out());
    assertThat(one.at("/explanation/verdict").asText()).isEqualTo("shadowed");
    assertThat(one.at("/explanation/earlier/name").asText()).isEqualTo("Secret opened");
    JsonNode all = new ObjectMapper().readTree(explain(capture, "Secret opened", "--json").out());
    assertThat(all.at("/search/events").asInt()).isEqualTo(3);
    assertThat(all.at("/search/matches/0/event").asInt()).isEqualTo(2);
    assertThat(all.at("/explanation/condition/clauses/1/items/0/lists/0").asText())
        .isEqualTo("secrets");
  }

  @Test
  void saysWhatItCannotFind() {
    assertFails(explain(capture, "Secret opend"), ExitCode.USAGE, "did you mean `Secret opened`?");
    assertFails(explain(capture, "Zebra"), ExitCode.USAGE, "no rule \"Zebra\"");
    assertFails(
        explain(capture, "Any open", "--event", "9"),
        ExitCode.USAGE,
        "no event 9",
        "last one is 3");
    assertFails(explain(capture, "Any open", "--event", "0"), ExitCode.USAGE, "count from 1");
    assertFails(explain(capture, "Any open", "--event", "x"), ExitCode.USAGE, "--event");
    assertFails(explain(capture, "Pod made"), ExitCode.USAGE, "k8s_audit", "are of syscall");
    assertFails(
        explain(dir.resolve("none.scap").toString(), "Any open"), ExitCode.SOURCE, "no such file");
    assertFails(CommandRun.falcoc("explain", "-e", capture, "--rule", "x"), ExitCode.USAGE, "-r");
  }

  private static void assertFails(CommandRun run, int code, String... words) {
    assertThat(run.err()).contains("error: ").contains(words).doesNotContain("\tat ");
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void wantsValidRules() throws IOException {
    String bad = file("2-bad.yaml", RULES.replace("opens and", "opns and").getBytes("UTF-8"));
    CommandRun run =
        CommandRun.falcoc("explain", "-r", macros, "-r", bad, "-e", capture, "--rule", "Any open");
    assertThat(run.err()).contains("error[").contains("2-bad.yaml:3:").contains("`opens`");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void saysWhyARuleIsLeftOut() throws IOException {
    String more =
        file(
            "2-more.yaml",
            """
            - rule: Of tomorrow
              desc: d
              condition: evt.type = open and proc.mood = good
              output: o
              priority: INFO
              skip-if-unknown-filter: true
            - rule: Of elsewhere
              desc: d
              condition: evt.type = open
              output: o
              priority: INFO
              source: mainframe
            """
                .getBytes(StandardCharsets.UTF_8));
    CommandRun field = explain(capture, "Of tomorrow", "-r", more);
    assertFails(field, ExitCode.INVALID, "proc.mood", "rule \"Of tomorrow\" is left out");
    CommandRun source = explain(capture, "Of elsewhere", "-r", more);
    assertFails(source, ExitCode.INVALID, "mainframe", "rule \"Of elsewhere\" is left out");
  }

  @Test
  void explainsWhatCameBeforeTheDamage() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of(capture));
    String cut = file("cut.scap", Arrays.copyOf(whole, whole.length - 20));
    CommandRun run = explain(cut, "Secret opened");
    assertThat(run.out()).contains("2 events, 1 match: 2").contains("matches event 2");
    assertFails(run, ExitCode.SOURCE, cut);
  }

  /** The documentation shows what the command prints; {@code -Dbaseline.update} writes it there. */
  @Test
  void printsWhatIsDocumented() throws IOException {
    Path file = Path.of("../docs/explain.md");
    String page = Files.readString(file);
    String real =
        Pattern.compile("(```console\\n\\$ falcoc (.*)\\n)[^`]*(```)")
            .matcher(page)
            .replaceAll(
                example ->
                    Matcher.quoteReplacement(
                        example.group(1) + printed(example.group(2)) + example.group(3)));
    if (System.getProperty("baseline.update") != null) {
      Files.writeString(file, real);
    }
    assertThat(real).contains("> false").contains("1 match");
    assertThat(page).as("accept it with -Dbaseline.update").isEqualTo(real);
  }

  /** What a command prints in the root of a clone. */
  private static String printed(String command) {
    String here = command.replace("agent/", "").replace(" rules/", " ../rules/");
    CommandRun run = CommandRun.falcoc(words(here));
    assertThat(run.err()).isEmpty();
    return run.out().replace("../rules/", "rules/");
  }

  private static String[] words(String command) {
    return Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(command)
        .results()
        .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
        .toArray(String[]::new);
  }

  @Test
  void macrosWithinEachOtherMayLieDeep() throws IOException {
    StringBuilder deep = new StringBuilder("- macro: m0\n  condition: opens\n");
    for (int i = 1; i < 1_000; i++) {
      String other = i % 2 == 0 ? " or proc.name = no" : " and evt.num > 0";
      deep.append("- macro: m" + i + "\n  condition: m" + (i - 1) + other + "\n");
    }
    deep.append("- rule: Deep\n  desc: d\n  condition: m999\n  output: o\n  priority: INFO\n");
    file("1-rules.yaml", deep.toString().getBytes(StandardCharsets.UTF_8));
    CommandRun run = explain(capture, "Deep");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Rule \"Deep\" matches event")
        .containsPattern("true +macro m999: all of")
        .containsPattern("true +\\(999\\) macro m0 ");
    CommandRun json = explain(capture, "Deep", "--json");
    assertThat(json.code()).isZero();
    assertThat(json.out()).contains("\"name\":\"m0\"").endsWith("}\n");
  }
}
