package io.falcoj.compiler;

import io.falcoj.compiler.check.TypeChecker;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.check.UnknownOutputs;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.FalcoOrder;
import io.falcoj.compiler.diag.FileFindings;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.lint.RuleBase;
import io.falcoj.compiler.lint.Validators;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.syntax.ExceptionShape;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code falco -V} says about rule files. Falco loads them one after the other, compiles what
 * it has after each, and stops at the first error: so a file can fail for what an earlier one says,
 * and everything is said again with the next. Its error is the first one here; those that it did
 * not reach stand behind it.
 */
public final class LoadReport {
  private final CompilerOptions options;
  private final List<RuleFile> files = new ArrayList<>();

  private LoadReport(CompilerOptions options) {
    this.options = options;
  }

  /**
   * A result for each file.
   *
   * @param sources in load order
   * @param all what compiling them together reported
   */
  public static List<FileFindings> of(
      List<SourceFile> sources, CompilerOptions options, List<Diagnostic> all) {
    LoadReport report = new LoadReport(options);
    return DeepStack.call(() -> sources.stream().map(s -> report.load(s, all)).toList());
  }

  private FileFindings load(SourceFile source, List<Diagnostic> all) {
    Diagnostics read = new Diagnostics();
    RuleFile file = RuleFileReader.read(source, read);
    files.add(file);
    Diagnostics collected = new Diagnostics();
    RuleCollector.Loaded loaded =
        RuleCollector.load(
            files, options.sources(), new ExceptionShape(options.fields()), collected);
    int stop = loaded.stop() == null ? -1 : loaded.stop().context().get(1).span().start();
    List<Diagnostic> findings =
        new ArrayList<>(FalcoOrder.ofItems(read.reported(), collected.reported(), stop));
    if (findings.stream().noneMatch(LoadReport::isError)) {
      findings.addAll(compile(loaded.catalog()));
    }
    List<Diagnostic> own =
        all.stream()
            .filter(d -> d.context().isEmpty() || d.context().get(0).span().file() == source)
            .toList();
    return new FileFindings(source, withMore(findings, own), file.schema());
  }

  private List<Diagnostic> compile(RuleCatalog catalog) {
    Diagnostics found = new Diagnostics();
    FieldCatalog fields = options.fields();
    ParsedRules parsed = ConditionReader.read(catalog, new UnknownOutputs(fields, found), found);
    ResolvedRules resolved = Resolver.resolve(parsed, found);
    RuleAge age = new RuleAge(files);
    TypedRules typed =
        TypeChecker.check(resolved, fields, options.sources(), age::mayBeOld, age::isOld, found);
    Validators.falcos().run(new RuleBase(files, parsed, resolved, typed), found);
    Map<String, Integer> order = new HashMap<>();
    for (RuleDef rule : catalog.rules()) {
      order.put(rule.name(), order.size());
    }
    return FalcoOrder.ofConditions(found.reported(), order);
  }

  /** Adds what is not Falco's, and what it did not come to when it fails. */
  private static List<Diagnostic> withMore(List<Diagnostic> findings, List<Diagnostic> own) {
    List<Diagnostic> all = new ArrayList<>(findings);
    boolean fails = findings.stream().anyMatch(LoadReport::isError);
    for (Diagnostic finding : own) {
      boolean said = findings.stream().anyMatch(d -> isSame(d, finding));
      if (finding.code().isOwn() || fails && isError(finding) && !said) {
        all.add(finding);
      }
    }
    return all;
  }

  private static boolean isError(Diagnostic finding) {
    return finding.severity() == Severity.ERROR;
  }

  private static boolean isSame(Diagnostic a, Diagnostic b) {
    return a.code() == b.code()
        && a.span().start() == b.span().start()
        && a.message().equals(b.message());
  }
}
