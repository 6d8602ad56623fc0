package io.falcoj.testkit.scenario.yaml;

import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlMap;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Cases that are written as data. */
final class Cases {
  private Cases() {}

  /** The items of a file beside the tests. */
  static List<YamlMap> of(String file, List<String> keys) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Cases.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      Faults faults = new Faults();
      SequenceNode cases = (SequenceNode) compose(reader);
      List<YamlMap> maps =
          cases.getValue().stream().map(node -> new YamlMap(node, keys, faults)).toList();
      if (!faults.isEmpty()) {
        throw new IllegalStateException(file + ": " + faults.all());
      }
      return maps;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Node compose(String text) {
    return compose(new StringReader(text));
  }

  private static Node compose(Reader reader) {
    return new Yaml(new LoaderOptions()).compose(reader);
  }
}
