package io.falcoj.compiler.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads the cases. Every scalar is a text, as in rule files. */
final class CaseFiles {
  private static final Path ROOT = Path.of("src/test/resources/conformance");
  private static final String EVENTS = "events.yaml";

  private CaseFiles() {}

  /** Names of the features, which are those of the files. */
  static List<String> features() {
    try (Stream<Path> files = Files.list(ROOT)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") && !name.equals(EVENTS))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<LanguageCase> cases(String feature) {
    Map<String, Object> events = map(load(EVENTS));
    List<LanguageCase> cases = new ArrayList<>();
    for (Object row : list(load(feature + ".yaml"))) {
      cases.add(new LanguageCase(feature, map(row), events));
    }
    return cases;
  }

  static List<LanguageCase> all() {
    return features().stream().flatMap(feature -> cases(feature).stream()).toList();
  }

  private static Object load(String name) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    DumperOptions dumper = new DumperOptions();
    Yaml yaml =
        new Yaml(
            new SafeConstructor(options),
            new Representer(dumper),
            dumper,
            options,
            new TextResolver());
    try {
      return yaml.load(Files.readString(ROOT.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class TextResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
    }
  }

  static Map<String, Object> map(@Nullable Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> given) {
      given.forEach((key, entry) -> map.put(String.valueOf(key), entry == null ? "" : entry));
    }
    return map;
  }

  static List<Object> list(@Nullable Object value) {
    return value instanceof List<?> given ? new ArrayList<>(given) : List.of();
  }

  static List<String> texts(@Nullable Object value) {
    return value == null || value instanceof List<?>
        ? list(value).stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }
}
