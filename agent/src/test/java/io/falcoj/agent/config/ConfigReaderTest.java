package io.falcoj.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.falcoj.agent.config.ProbeConfig.DropAction;
import io.falcoj.runtime.match.RuleSelection;
import io.falcoj.runtime.output.AppendOutput;
import io.falcoj.runtime.state.limits.StateLimits;
import io.falcoj.runtime.state.live.StaleThreads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  @TempDir private Path dir;

  private FalcoConfig read(String yaml, String... options) throws IOException, ConfigException {
    Path file = Files.writeString(dir.resolve("falco.yaml"), yaml);
    Map<String, String> variables =
        Map.of("ON", "true", "P", "error", "TWICE", "${P}", "LOOP", "${LOOP}");
    return ConfigReader.read(file, List.of(options), variables::get);
  }

  @Test
  void hasFalcosDefaults() throws Exception {
    FalcoConfig config = read("");
    assertThat(config.allMatches()).isFalse();
    assertThat(config.priority()).isEqualTo("debug");
    assertThat(config.json()).isFalse();
    assertThat(config.includeMessage()).isFalse();
    assertThat(config.appendOutput()).isEmpty();
    assertThat(config.stdout()).isTrue();
    assertThat(config.warnings()).isEmpty();
  }

  @Test
  void readsValuesOfEverySpelling() throws Exception {
    FalcoConfig config = read("json_output: Yes\nrule_matching: all\npriority: \"Notice\"\n");
    assertThat(config.json()).isTrue();
    assertThat(config.allMatches()).isTrue();
    assertThat(config.priority()).isEqualTo("notice");
  }

  @Test
  void fillsInEnvironmentVariables() throws Exception {
    assertThat(read("json_output: ${ON}\npriority: ${TWICE}\n").json()).isTrue();
    assertThat(read("priority: ${TWICE}").priority()).isEqualTo("error");
    assertThat(read("file_output: {enabled: true, filename: '$${P}-${NONE}x'}").fileOutput())
        .isEqualTo("${P}-x");
    assertThatThrownBy(() -> read("priority: ${LOOP}")).hasMessageContaining("without end");
  }

  @Test
  void readsRuleSwitches() throws Exception {
    FalcoConfig config = read("rules:\n- disable: {rule: '*'}\n- enable: {tag: x}\n");
    assertThat(config.rules())
        .containsExactly(new RuleSelection(false, "*", ""), new RuleSelection(true, "", "x"));
    assertThatThrownBy(() -> read("rules:\n- enable: {}\n")).hasMessageContaining("`rules`");
  }

  @Test
  void overridesKeysByOption() throws Exception {
    FalcoConfig config =
        read(
            "json_output: false\nrules: [{enable: {tag: a}}]\n",
            "json_output=true",
            "rules[]={disable: {tag: b}}",
            "rules[0].enable.tag=c",
            "file_output.enabled=true",
            "file_output.filename=f");
    assertThat(config.json()).isTrue();
    assertThat(config.rules())
        .containsExactly(new RuleSelection(true, "", "c"), new RuleSelection(false, "", "b"));
    assertThat(config.fileOutput()).isEqualTo("f");
  }

  @Test
  void warnsOfKeysWithoutEffectAndOfWrongKinds() throws Exception {
    FalcoConfig config =
        read("webserver: {enabled: true}\njson_output: maybe\ngrpc: {enabled: true}\n");
    assertThat(config.warnings())
        .anyMatch(w -> w.contains("`grpc` is no key of Falco any more and has no effect"))
        .anyMatch(w -> w.contains("`webserver` is not supported yet"))
        .anyMatch(w -> w.contains("`json_output` should be a boolean"));
    assertThat(config.json()).isFalse();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> read("jsn_output: true"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("unknown key `jsn_output`; did you mean `json_output`?");
    assertThatThrownBy(() -> read("a: [")).hasMessageContaining("not valid YAML");
    assertThatThrownBy(() -> read("- a")).hasMessageContaining("a map of keys");
    assertThatThrownBy(() -> read("rule_matching: some")).hasMessageContaining("all, first");
    assertThatThrownBy(() -> read("", "json_output")).hasMessageContaining("KEY=VALUE");
    assertThatThrownBy(() -> read("", "rules[9]={}")).hasMessageContaining("only 0 items");
    assertThatThrownBy(() -> read("engine: {kind: replay}")).hasMessageContaining("capture_file");
  }

  @Test
  void mergesIncludedFiles() throws Exception {
    Path parts = Files.createDirectory(dir.resolve("config.d"));
    Files.writeString(parts.resolve("1.yaml"), "rules: [{enable: {tag: b}}]\npriority: error\n");
    FalcoConfig config = read("config_files: [%s]\nrules: [{enable: {tag: a}}]\n".formatted(parts));
    assertThat(config.rules()).hasSize(2);
    assertThat(config.priority()).isEqualTo("error");
    config =
        read("config_files: [{path: %s, strategy: add-only}]\npriority: notice\n".formatted(parts));
    assertThat(config.priority()).isEqualTo("notice");
  }

  @Test
  void suggestsFieldsAsTheShippedFileDoesWhenNoFileIsNamed() throws Exception {
    List<String> further = List.of("append_output[].extra_output=x");
    FalcoConfig config = ConfigReader.read(null, further, name -> null);
    assertThat(config.appendOutput())
        .containsExactly(AppendOutput.suggestedFields(), AppendOutput.toAll("x"));
  }

  @Test
  void readsWhatIsAppendedToOutputs() throws Exception {
    FalcoConfig config =
        read(
            """
            append_output:
              - match: {source: syscall, rule: R, tags: [a, b]}
                extra_output: "on %evt.cpu"
                extra_fields: [evt.num, evt.num, home: "${ON}"]
              - suggested_output: true
            """);
    assertThat(config.appendOutput())
        .containsExactly(
            new AppendOutput(
                "syscall",
                "R",
                Set.of("a", "b"),
                "on %evt.cpu",
                List.of("evt.num"),
                Map.of("home", "true"),
                false),
            AppendOutput.suggestedFields());
    assertThat(config.warnings()).anyMatch(w -> w.contains("names the rule `R` and tags"));
  }

  @Test
  void refusesExtraFieldsOfOneName() {
    assertThatThrownBy(() -> read("append_output: [{extra_fields: [a, {a: x}]}]"))
        .hasMessageContaining("see `a`");
    assertThatThrownBy(() -> read("append_output: [{extra_fields: [{a: x}, {a: y}]}]"))
        .hasMessageContaining("see `a`");
    assertThatThrownBy(() -> read("append_output: [{extra_fields: [{a: x, b: y}]}]"))
        .hasMessageContaining("one `key: format`");
  }

  @Test
  void readsSizesOfTables() throws Exception {
    assertThat(read("").stateLimits()).isEqualTo(StateLimits.STANDARD);
    FalcoConfig config =
        read(
            "falco_libs: {thread_table_size: 10}",
            "falcoj.state.descriptors_per_process=20",
            "falcoj.state.users=30",
            "falcoj.state.containers=40");
    assertThat(config.stateLimits()).isEqualTo(new StateLimits(10, 20, 30, 40));
    assertThat(config.warnings()).isEmpty();
    assertThatThrownBy(() -> read("falco_libs: {thread_table_size: 0}"))
        .hasMessageContaining("`falco_libs.thread_table_size` is the size of a table");
  }

  @Test
  void readsWhenThreadsAreLookedFor() throws Exception {
    assertThat(read("").staleThreads()).isEqualTo(StaleThreads.STANDARD);
    String interval = "falco_libs.thread_table_auto_purging_interval_s";
    FalcoConfig config =
        read("", interval + "=10", "falco_libs.thread_table_auto_purging_thread_timeout_s=20");
    assertThat(config.staleThreads())
        .isEqualTo(new StaleThreads(Duration.ofSeconds(10), Duration.ofSeconds(20)));
    assertThat(config.warnings()).isEmpty();
    assertThatThrownBy(() -> read("", interval + "=0"))
        .hasMessageContaining("`" + interval + "` is a number of seconds from 1");
  }

  @Test
  void lossesAreToldOfUnlessTheFileNamesNoAction() throws Exception {
    ProbeConfig.Drops standard = ConfigReader.read(null, List.of(), name -> null).probe().drops();
    assertThat(standard)
        .isEqualTo(
            new ProbeConfig.Drops(
                0.1, Set.of(DropAction.LOG, DropAction.ALERT), 0.03333, 1, false));
    assertThat(read("json_output: true").probe().drops().actions()).isEmpty();
    assertThat(
            read("syscall_event_drops: {actions: [exit], threshold: 0, rate: .5, max_burst: 3}")
                .probe()
                .drops())
        .isEqualTo(new ProbeConfig.Drops(0, Set.of(DropAction.EXIT), 0.5, 3, false));
    assertThatThrownBy(() -> read("syscall_event_drops: {actions: [ignore, log]}"))
        .hasMessageContaining("has `ignore` beside `log` or `alert`");
    assertThatThrownBy(() -> read("syscall_event_drops: {actions: [panic]}"))
        .hasMessageContaining("cannot hold `panic`");
    assertThatThrownBy(() -> read("syscall_event_drops: {threshold: 1.5}"))
        .hasMessageContaining("a number from 0 to 1");
  }
}
