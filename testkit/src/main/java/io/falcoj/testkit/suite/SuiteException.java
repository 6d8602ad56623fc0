package io.falcoj.testkit.suite;

import io.falcoj.testkit.yaml.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A test file cannot be understood: one line for each mistake, {@code file:line:column: why}. */
public final class SuiteException extends Exception {
  private static final long serialVersionUID = 1L;

  SuiteException(Path file, List<Fault> faults) {
    super(
        faults.stream()
            .map(fault -> file + ":" + fault.line() + ":" + fault.column() + ": " + fault.message())
            .collect(Collectors.joining("\n")));
  }
}
