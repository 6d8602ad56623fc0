package io.falcoj.compiler;

import io.falcoj.compiler.bundle.BundleContent;
import io.falcoj.compiler.bundle.BundleWriter;
import io.falcoj.compiler.bundle.RuleInfos;
import io.falcoj.compiler.check.TypeChecker;
import io.falcoj.compiler.check.TypedRule;
import io.falcoj.compiler.check.TypedRules;
import io.falcoj.compiler.check.UnknownOutputs;
import io.falcoj.compiler.codegen.RuleSetGenerator;
import io.falcoj.compiler.decl.RuleCatalog;
import io.falcoj.compiler.decl.RuleCollector;
import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.lint.RuleBase;
import io.falcoj.compiler.lint.Validators;
import io.falcoj.compiler.opt.Passes;
import io.falcoj.compiler.plan.Planner;
import io.falcoj.compiler.pushdown.FilterPlanner;
import io.falcoj.compiler.resolve.ResolvedRules;
import io.falcoj.compiler.resolve.Resolver;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.syntax.ConditionReader;
import io.falcoj.compiler.syntax.ExceptionShape;
import io.falcoj.compiler.syntax.ParsedRules;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.compiler.yaml.reader.RuleFileReader;
import io.falcoj.runtime.pushdown.PushdownPlan;
import io.falcoj.runtime.schema.FieldCatalog;
import java.util.List;
import java.util.function.Predicate;

/** Rule files to a bundle: the stages in order. */
public final class RuleCompiler {
  private RuleCompiler() {}

  /**
   * Compiles rule files.
   *
   * @param sources in load order
   * @return the bundle, or the errors that kept it from being made; warnings in both cases
   */
  public static CompilationResult compile(List<SourceFile> sources, CompilerOptions options) {
    return DeepStack.call(() -> bundle(sources, options));
  }

  /**
   * The stages before code: what rules say, and what is wrong with them.
   *
   * @param sources in load order
   */
  public static CheckedRules check(List<SourceFile> sources, CompilerOptions options) {
    return DeepStack.call(() -> checked(sources, options));
  }

  /**
   * A bundle of some of the rules, without the rest of them and without their sources.
   *
   * @param rules checked without errors
   * @param which the rules that stay
   */
  public static byte[] bundle(CheckedRules rules, Predicate<TypedRule> which) {
    TypedRules some = new TypedRules(rules.typed().rules().stream().filter(which).toList());
    return DeepStack.call(
        () -> write(CompilerOptions.defaults(), List.of(), rules.catalog(), some, false));
  }

  private static CompilationResult bundle(List<SourceFile> sources, CompilerOptions options) {
    Diagnostics diags = new Diagnostics();
    RuleBase rules = typed(sources, options, diags);
    if (diags.hasErrors()) {
      return new CompilationResult(linted(rules, diags), List.of(), null);
    }
    // Lint warns, and changes nothing: the code is made meanwhile.
    var lint = DeepStack.start(() -> linted(rules, diags));
    byte[] bundle = write(options, sources, rules.parsed().catalog(), rules.typed(), true);
    return new CompilationResult(lint.await(), RuleInfos.of(rules.typed()), bundle);
  }

  private static CheckedRules checked(List<SourceFile> sources, CompilerOptions options) {
    Diagnostics diags = new Diagnostics();
    RuleBase rules = typed(sources, options, diags);
    return new CheckedRules(linted(rules, diags), rules.parsed(), rules.typed());
  }

  static RuleBase typed(List<SourceFile> sources, CompilerOptions options, Diagnostics diags) {
    FieldCatalog fields = options.fields();
    List<RuleFile> files = sources.stream().map(s -> RuleFileReader.read(s, diags)).toList();
    RuleCatalog catalog =
        RuleCollector.collect(files, options.sources(), new ExceptionShape(fields), diags);
    ParsedRules parsed = ConditionReader.read(catalog, new UnknownOutputs(fields, diags), diags);
    ResolvedRules resolved = Resolver.resolve(parsed, diags);
    RuleAge age = new RuleAge(files);
    TypedRules typed =
        TypeChecker.check(resolved, fields, options.sources(), age::mayBeOld, age::isOld, diags);
    return new RuleBase(files, parsed, resolved, typed);
  }

  private static List<Diagnostic> linted(RuleBase rules, Diagnostics diags) {
    Validators.standard().run(rules, diags);
    return diags.sorted();
  }

  private static byte[] write(
      CompilerOptions options,
      List<SourceFile> sources,
      RuleCatalog catalog,
      TypedRules typed,
      boolean withFilters) {
    TypedRules rules = Passes.standard().apply(typed);
    return BundleWriter.write(
        new BundleContent(
            options.bundleName(),
            options.bundleVersion(),
            catalog.engineVersion().toString(),
            catalog.plugins(),
            RuleInfos.of(typed),
            RuleSetGenerator.generate(Planner.plan(rules)),
            withFilters ? FilterPlanner.plan(rules, options.fields()) : PushdownPlan.NONE,
            options.includeSources() ? sources : List.of()));
  }
}
