package io.falcoj.testkit.junit;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import io.falcoj.testkit.suite.SuiteFiles;
import io.falcoj.testkit.suite.SuiteReader;
import io.falcoj.testkit.yaml.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.DirectorySelector;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.discovery.FileSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.discovery.UriSelector;

/** Finds the cases that a request asks for by files, folders, URIs and ids. Classes are others'. */
final class Discovery {
  private static final String SUFFIX = ".test.yaml";

  /** For each file which of its cases are asked for. */
  private final Map<Path, Predicate<RuleTest>> wanted = new TreeMap<>();

  void select(EngineDiscoveryRequest request, UniqueId engine) {
    request
        .getSelectorsByType(FileSelector.class)
        .forEach(s -> add(s.getPath(), s.getPosition().map(FilePosition::getLine).orElse(0)));
    request.getSelectorsByType(DirectorySelector.class).forEach(s -> addAll(s.getPath()));
    request.getSelectorsByType(UriSelector.class).forEach(s -> add(s.getUri()));
    request.getSelectorsByType(UniqueIdSelector.class).stream()
        .map(UniqueIdSelector::getUniqueId)
        .filter(id -> id.hasPrefix(engine) && id.getSegments().size() > 1)
        .forEach(this::add);
  }

  /**
   * @param line of the case, or of something in it; 0 for all of the file
   */
  private void add(Path file, int line) {
    if (file.toString().endsWith(SUFFIX) && Files.isRegularFile(file)) {
      Predicate<RuleTest> more = line == 0 ? test -> true : test -> isIn(test, line);
      wanted.merge(file.toAbsolutePath().normalize(), more, Predicate::or);
    }
  }

  private static boolean isIn(RuleTest test, int line) {
    int last = test.place().file().lines().line(Math.max(0, test.place().end() - 1));
    return test.line() <= line && line <= last;
  }

  private void addAll(Path folder) {
    try {
      SuiteFiles.find(folder).forEach(file -> add(file, 0));
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be listed", e);
    }
  }

  private void add(URI uri) {
    if (!"file".equals(uri.getScheme())) {
      return;
    }
    Path path = Path.of(uri.getPath());
    if (Files.isDirectory(path)) {
      addAll(path);
    } else {
      String query = uri.getQuery();
      add(path, FilePosition.fromQuery(query).map(FilePosition::getLine).orElse(0));
    }
  }

  private void add(UniqueId id) {
    List<UniqueId.Segment> segments = id.getSegments();
    Path file = Path.of(segments.get(1).getValue());
    if (segments.size() == 2) {
      add(file, 0);
    } else if (Files.isRegularFile(file)) {
      String name = segments.get(2).getValue();
      wanted.merge(file, test -> test.name().equals(name), Predicate::or);
    }
  }

  /** Adds what was selected, as far as the filter wants it. */
  void resolve(TestDescriptor engine, Predicate<RuleTest> filter) {
    wanted.forEach((file, some) -> resolve(engine, file, some.and(filter)));
  }

  private static void resolve(TestDescriptor engine, Path file, Predicate<RuleTest> some) {
    FileDescriptor descriptor = read(engine.getUniqueId(), file);
    for (RuleTestSuite suite : descriptor.suites()) {
      for (RuleTest test : suite.tests()) {
        if (some.test(test)) {
          descriptor.addChild(new CaseDescriptor(descriptor.getUniqueId(), suite, test));
        }
      }
    }
    if (descriptor.mistakes() != null || !descriptor.getChildren().isEmpty()) {
      engine.addChild(descriptor);
    }
  }

  private static FileDescriptor read(UniqueId engine, Path file) {
    try {
      List<Fault> mistakes = new ArrayList<>();
      List<RuleTestSuite> suites = SuiteReader.read(file, mistakes);
      return mistakes.isEmpty()
          ? new FileDescriptor(engine, file, suites, null)
          : new FileDescriptor(engine, file, List.of(), new SuiteException(mistakes));
    } catch (IOException e) {
      return new FileDescriptor(engine, file, List.of(), e);
    }
  }
}
