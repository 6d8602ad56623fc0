package io.falcoj.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files in {@code docs/k8s-audit.md} work as the page says. */
class AuditPageTest {
  private static final Path PAGE = Path.of("../docs/k8s-audit.md");
  private static final Path SHIPPED = Path.of("src/dist/conf/falco.yaml");
  private static final Path CORPUS =
      Path.of(System.getProperty("falcoj.corpus", "../../shared/corpus"));
  private static final Pattern BLOCK = Pattern.compile("(?s)```\\w+ (\\S+)\n(.*?)```");
  private static final String RULES =
      """
      - rule: Exec
        desc: somebody entered a container
        condition: ka.verb = create and ka.target.subresource = exec and ka.response.code = 101
        output: "%ka.user.name %ka.target.namespace/%ka.target.name %ka.useragent %ka.sourceips"
        priority: NOTICE
        source: k8s_audit
      """;

  @TempDir private Path dir;
  private final Map<String, String> files = new LinkedHashMap<>();

  @BeforeEach
  void read() throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    while (blocks.find()) {
      files.put(blocks.group(1), blocks.group(2));
      Files.writeString(dir.resolve(blocks.group(1)), blocks.group(2));
    }
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> yaml(String text) {
    return (Map<String, Object>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  private JsonNode tree(String file) {
    return new ObjectMapper().valueToTree(yaml(files.get(file)));
  }

  @Test
  void thePolicyIsOne() {
    Map<String, Object> policy = yaml(files.get("audit-policy.yaml"));
    assertThat(policy).containsEntry("kind", "Policy");
    assertThat(policy).containsEntry("apiVersion", "audit.k8s.io/v1");
    assertThat(new AuditPolicy(policy).logsStage("ResponseComplete")).isTrue();
    for (Map<String, Object> rule : new AuditPolicy(policy).rules()) {
      assertThat(AuditPolicy.LEVELS).contains((String) rule.get("level"));
      assertThat(Set.of("level", "users", "userGroups", "verbs", "resources", "nonResourceURLs"))
          .containsAll(rule.keySet());
    }
  }

  @Test
  void thePolicyLogsAsMuchOfRecordedChangesAsWasRecorded() throws IOException {
    assumeTrue(Files.isDirectory(CORPUS), () -> "no corpus at " + CORPUS);
    AuditPolicy policy = new AuditPolicy(yaml(files.get("audit-policy.yaml")));
    int events = 0;
    try (Stream<Path> logs = Files.list(CORPUS.resolve("k8s_audit/falco-tests/k8s_audit"))) {
      for (Path log : logs.sorted().toList()) {
        for (String line : Files.readString(log).split("\n")) {
          JsonNode read = new ObjectMapper().readTree(line);
          for (JsonNode event : read.isArray() ? read : List.of(read)) {
            if (event.path("verb").asText().equals("get")) {
              continue;
            }
            assertThat(policy.level(event))
                .as(line)
                .isGreaterThanOrEqualTo(AuditPolicy.LEVELS.indexOf(event.path("level").asText()));
            assertThat(policy.logsStage(event.path("stage").asText())).isTrue();
            events++;
          }
        }
      }
    }
    System.out.printf("audit policy: %d recorded changes are logged as fully%n", events);
  }

  @Test
  void kubeconfigsLeadToTheWebhook() {
    for (String file : List.of("audit-webhook-local.yaml", "audit-webhook.yaml")) {
      JsonNode config = tree(file);
      assertThat(config.path("kind").asText()).isEqualTo("Config");
      assertThat(config.path("current-context").asText())
          .isEqualTo(config.at("/contexts/0/name").asText());
      assertThat(config.at("/contexts/0/context/cluster")).isEqualTo(config.at("/clusters/0/name"));
      assertThat(config.at("/contexts/0/context/user")).isEqualTo(config.at("/users/0/name"));
      assertThat(config.at("/clusters/0/cluster/server").asText()).endsWith(":9765/k8s-audit");
    }
  }

  @Test
  void clustersMountWhatTheirFlagsName() {
    for (JsonNode flag : tree("k3s-config.yaml").path("kube-apiserver-arg")) {
      assertThat(files).containsKey(flag.asText().replaceAll(".*/", ""));
    }
    JsonNode node = tree("kind-config.yaml").at("/nodes/0");
    JsonNode server =
        new ObjectMapper()
            .valueToTree(yaml(node.at("/kubeadmConfigPatches/0").asText()))
            .path("apiServer");
    for (int i = 0; i < 2; i++) {
      assertThat(node.at("/extraMounts/" + i + "/containerPath"))
          .isEqualTo(server.at("/extraVolumes/" + i + "/hostPath"));
    }
    assertThat(server.at("/extraArgs/audit-policy-file"))
        .isEqualTo(server.at("/extraVolumes/0/mountPath"));
    assertThat(server.at("/extraArgs/audit-log-path").asText())
        .startsWith(server.at("/extraVolumes/1/mountPath").asText() + "/");
  }

  @Test
  void configurationsAreTakenWithoutAWarning() throws IOException {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), RULES);
    Path log = Files.writeString(dir.resolve("log.json"), AuditEvents.lines("a"));
    for (Path config : List.of(dir.resolve("falco.yaml"), SHIPPED)) {
      CommandRun run =
          CommandRun.falcoRun(
              "-r", rules.toString(), "-c", config.toString(), "--dry-run", "-e", log.toString());
      assertThat(run.err()).doesNotContain("warning", "error");
      assertThat(run.code()).isZero();
    }
  }

  @Test
  void theTableOfLimitsHasTheDefaults() throws IOException {
    Matcher rows =
        Pattern.compile("\\| `limits\\.(\\w+)` \\| (\\d+) \\|").matcher(Files.readString(PAGE));
    Map<String, Object> onPage = new LinkedHashMap<>();
    while (rows.find()) {
      onPage.put(rows.group(1), Integer.valueOf(rows.group(2)));
    }
    JsonNode shipped =
        new ObjectMapper().valueToTree(yaml(Files.readString(SHIPPED))).at("/k8s_audit/limits");
    assertThat(new ObjectMapper().<JsonNode>valueToTree(onPage)).isEqualTo(shipped);
  }

  @Test
  void wrappedEventsAreUnwrapped() throws Exception {
    assumeTrue(hasJq(), "jq is not installed");
    assertThat(alerts(jq("-r", ".events[].message", "eks.json")))
        .containsExactly(
            "10:00:00.123456000: Notice alice default/web kubectl/v1.32.4 (192.0.2.10)");
    assertThat(alerts(jq("-c", "-f", "gke.jq", "gke.json")))
        .containsExactly(
            "10:00:00.123456000: Notice alice@example.com default/web kubectl/v1.32.4"
                + " (192.0.2.10)");
  }

  private static boolean hasJq() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "jq")));
  }

  private byte[] jq(String... arguments) throws Exception {
    List<String> command = Stream.concat(Stream.of("jq"), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).directory(dir.toFile()).start();
    byte[] events = process.getInputStream().readAllBytes();
    assertThat(process.waitFor()).isZero();
    return events;
  }

  private List<String> alerts(byte[] events) throws IOException {
    Path rules = Files.writeString(dir.resolve("rules.yaml"), RULES);
    CommandRun run = CommandRun.falcoRunReading(events, "-r", rules.toString(), "-e", "-");
    assertThat(run.code()).as(run.err()).isZero();
    return run.outLines();
  }
}
