package io.falcoj.testkit.scenario.yaml;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.testkit.scenario.Scenario;
import io.falcoj.testkit.yaml.Fault;
import io.falcoj.testkit.yaml.Faults;
import io.falcoj.testkit.yaml.YamlFile;
import io.falcoj.testkit.yaml.YamlMap;
import io.falcoj.testkit.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cases that are written as data. */
final class Cases {
  private Cases() {}

  /** The items of a file beside the tests. */
  static List<YamlMap> of(String file, List<String> keys) {
    try (InputStream in = Objects.requireNonNull(Cases.class.getResourceAsStream(file))) {
      YamlFile yaml = new YamlFile(SourceFile.decode(file, in.readAllBytes()));
      Faults faults = new Faults(yaml);
      List<YamlMap> maps =
          YamlValue.list(yaml.documents(faults).get(0), "cases are a list").stream()
              .map(node -> new YamlMap(node, keys, faults))
              .toList();
      if (!faults.isEmpty()) {
        throw new IllegalStateException(file + ": " + faults.all());
      }
      return maps;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A scenario as text. */
  static @Nullable Scenario read(String text, Consumer<List<Fault>> heard) {
    YamlFile file = new YamlFile(new SourceFile("a.yaml", text));
    Faults faults = new Faults(file);
    Scenario scenario = ScenarioReader.read(file.documents(faults).get(0), faults);
    heard.accept(faults.all());
    return scenario;
  }
}
