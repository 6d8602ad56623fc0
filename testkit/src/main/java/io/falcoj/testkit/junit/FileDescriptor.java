package io.falcoj.testkit.junit;

import io.falcoj.testkit.suite.RuleTestSuite;
import io.falcoj.testkit.suite.SuiteException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A test file. */
final class FileDescriptor extends AbstractTestDescriptor {
  static final String SEGMENT = "file";

  private final List<RuleTestSuite> suites;
  private final @Nullable Exception mistakes;

  /**
   * @param suites those that could be read
   * @param mistakes why others could not, or null
   */
  FileDescriptor(
      UniqueId engine, Path file, List<RuleTestSuite> suites, @Nullable Exception mistakes) {
    super(
        engine.append(SEGMENT, file.toString()),
        String.valueOf(file.getFileName()),
        FileSource.from(file.toFile()));
    this.suites = suites;
    this.mistakes = mistakes;
  }

  List<RuleTestSuite> suites() {
    return suites;
  }

  /** A {@link SuiteException}, or that the file cannot be read; null for a sound file. */
  @Nullable Exception mistakes() {
    return mistakes;
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** A file with mistakes has no tests and fails all the same. */
  @Override
  public boolean mayRegisterTests() {
    return mistakes != null;
  }
}
