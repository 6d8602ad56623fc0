package io.falcoj.testkit.junit;

import io.falcoj.testkit.run.CaseResult;
import io.falcoj.testkit.run.RuleTestRunner;
import io.falcoj.testkit.run.RulesException;
import io.falcoj.testkit.suite.SuiteException;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.opentest4j.TestAbortedException;

/**
 * Runs test files in JUnit: those that are selected as files, folders, URIs or ids. The
 * configuration parameters {@code falco.rules} (files and folders of rules of suites that name
 * none) and {@code falco.test} (patterns of names) are those of the Maven plugin.
 */
public final class FalcoTestEngine implements TestEngine {
  private static final String ID = "falco";

  /** For the service loader. */
  public FalcoTestEngine() {}

  /** The engine with what runs its cases. */
  private static final class Root extends EngineDescriptor {
    final RuleTestRunner runner;

    Root(UniqueId id, RuleTestRunner runner) {
      super(id, "Falco rule tests");
      this.runner = runner;
    }
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    Settings settings = new Settings(request.getConfigurationParameters()::get);
    Root root = new Root(id, settings.runner(settings.rules()));
    Discovery discovery = new Discovery();
    discovery.select(request, id);
    discovery.resolve(root, root.runner::selects);
    return root;
  }

  @Override
  public void execute(ExecutionRequest request) {
    Root root = (Root) request.getRootTestDescriptor();
    EngineExecutionListener listener = request.getEngineExecutionListener();
    listener.executionStarted(root);
    for (TestDescriptor file : root.getChildren()) {
      listener.executionStarted(file);
      listener.executionFinished(file, execute((FileDescriptor) file, root.runner, listener));
    }
    listener.executionFinished(root, TestExecutionResult.successful());
  }

  private static TestExecutionResult execute(
      FileDescriptor file, RuleTestRunner runner, EngineExecutionListener listener) {
    try {
      if (file.mistakes() != null) {
        throw file.mistakes();
      }
      runner.check(file.suites());
      for (TestDescriptor test : file.getChildren()) {
        listener.executionStarted(test);
        listener.executionFinished(test, execute((CaseDescriptor) test, runner));
      }
      return TestExecutionResult.successful();
    } catch (SuiteException | RulesException e) {
      // What is wrong is in files: the trace would only lead away from them.
      e.setStackTrace(new StackTraceElement[0]);
      return TestExecutionResult.failed(e);
    } catch (Exception e) {
      return TestExecutionResult.failed(e);
    }
  }

  private static TestExecutionResult execute(CaseDescriptor test, RuleTestRunner runner)
      throws RulesException {
    CaseResult result = runner.run(test.suite(), test.test());
    @Nullable Throwable thrown = CaseVerdict.of(result);
    if (thrown == null) {
      return TestExecutionResult.successful();
    }
    return thrown instanceof TestAbortedException
        ? TestExecutionResult.aborted(thrown)
        : TestExecutionResult.failed(thrown);
  }
}
