package io.falcoj.testkit.junit;

import io.falcoj.testkit.suite.RuleTest;
import io.falcoj.testkit.suite.RuleTestSuite;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A case. */
final class CaseDescriptor extends AbstractTestDescriptor {
  static final String SEGMENT = "case";

  private final RuleTestSuite suite;
  private final RuleTest test;

  CaseDescriptor(UniqueId file, RuleTestSuite suite, RuleTest test) {
    super(
        file.append(SEGMENT, test.name()),
        test.name(),
        FileSource.from(suite.file().toFile(), FilePosition.from(test.line(), test.column())));
    this.suite = suite;
    this.test = test;
  }

  RuleTestSuite suite() {
    return suite;
  }

  RuleTest test() {
    return test;
  }

  @Override
  public Type getType() {
    return Type.TEST;
  }
}
