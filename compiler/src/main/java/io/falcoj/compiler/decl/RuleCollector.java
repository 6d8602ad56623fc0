package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.Diagnostic;
import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.diag.Hints;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.yaml.item.Declaration;
import io.falcoj.compiler.yaml.item.ExceptionDecl;
import io.falcoj.compiler.yaml.item.ListDecl;
import io.falcoj.compiler.yaml.item.MacroDecl;
import io.falcoj.compiler.yaml.item.RuleDecl;
import io.falcoj.compiler.yaml.item.RuleFile;
import io.falcoj.compiler.yaml.item.RuleUpdate;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges the declarations of all files in their order. A redefinition replaces the whole object and
 * keeps the place of the first definition (userspace/engine/rule_loader_collector.cpp upstream).
 */
public final class RuleCollector {
  private final Set<String> sources;
  private final ExceptionCheck check;
  private final Requirements requirements = new Requirements();
  private final Map<String, ListDef> lists = new LinkedHashMap<>();
  private final Map<String, MacroDef> macros = new LinkedHashMap<>();
  private final Map<String, RuleState> rules = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();
  private final Set<String> brokenMacros = new HashSet<>();
  private Diagnostics diags = new Diagnostics();
  private int nextIndex;
  private boolean faulty;

  private RuleCollector(Set<String> sources, ExceptionCheck check) {
    this.sources = sources;
    this.check = check;
  }

  /** What all files together declare, every event source being known. */
  public static RuleCatalog collect(List<RuleFile> files, Diagnostics diags) {
    return collect(files, Set.copyOf(EventSources.all()), ExceptionCheck.NONE, diags);
  }

  /**
   * What all files together declare; errors go to {@code diags}.
   *
   * @param sources event sources that are known; rules of others are left out with a warning
   */
  public static RuleCatalog collect(
      List<RuleFile> files, Set<String> sources, ExceptionCheck check, Diagnostics diags) {
    RuleCollector collector = new RuleCollector(sources, check);
    collector.diags = diags;
    List<RuleCatalog> earlier = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      int errors = diags.errorCount();
      files.get(i).declarations().forEach(collector::add);
      collector.faulty |= files.get(i).faulty() || diags.errorCount() > errors;
      if (i < files.size() - 1) {
        earlier.add(collector.catalog(List.of()));
      }
    }
    return collector.catalog(earlier);
  }

  /** What Falco has collected when it has read files, and where it stopped in the last one. */
  public record Loaded(RuleCatalog catalog, @Nullable Declaration stop) {}

  /**
   * What files declare, each up to its first error, as Falco takes them.
   *
   * @param diags receives the findings about the last file
   */
  public static Loaded load(
      List<RuleFile> files, Set<String> sources, ExceptionCheck check, Diagnostics diags) {
    RuleCollector collector = new RuleCollector(sources, check);
    Declaration stop = null;
    for (RuleFile file : files) {
      collector.diags = file == files.get(files.size() - 1) ? diags : new Diagnostics();
      stop = collector.addUpToError(file);
    }
    return new Loaded(collector.catalog(List.of()), stop);
  }

  private @Nullable Declaration addUpToError(RuleFile file) {
    for (Declaration declaration : file.declarations()) {
      int errors = diags.errorCount();
      add(declaration);
      if (declaration instanceof Declaration.Broken || diags.errorCount() > errors) {
        return declaration;
      }
    }
    return null;
  }

  private ExceptionMerger exceptions() {
    return new ExceptionMerger(check, diags);
  }

  private RuleCatalog catalog(List<RuleCatalog> earlier) {
    List<RuleDef> defs = new ArrayList<>();
    rules.forEach(
        (name, rule) -> {
          if (rule.knownSource) {
            defs.add(rule.toDef(name));
          }
        });
    return new RuleCatalog(
        defs,
        new ArrayList<>(macros.values()),
        new ArrayList<>(lists.values()),
        requirements.engineVersion(),
        requirements.plugins(),
        brokenMacros,
        faulty,
        earlier);
  }

  private void add(Declaration declaration) {
    if (declaration instanceof ListDecl list) {
      add(list);
    } else if (declaration instanceof MacroDecl macro) {
      add(macro);
    } else if (declaration instanceof RuleDecl rule) {
      add(rule);
    } else if (declaration instanceof RuleUpdate update) {
      add(update);
    } else if (declaration instanceof Declaration.RuleToggle toggle) {
      add(toggle);
    } else if (declaration instanceof Declaration.EngineVersion version) {
      requirements.add(version, diags);
    } else if (declaration instanceof Declaration.PluginRequirement plugin) {
      requirements.add(plugin, diags);
    } else if (declaration instanceof Declaration.Broken item) {
      broken.add(item.kind() + " " + item.name());
      if (item.kind().equals("macro")) {
        brokenMacros.add(item.name());
      }
    }
  }

  private void add(ListDecl decl) {
    ListDef previous = lists.get(decl.name());
    if (decl.append() && previous == null) {
      missing(
          "list",
          decl.name(),
          decl,
          "List uses 'append' or 'override.items: append' but no list by that name already"
              + " exists");
      return;
    }
    int now = nextIndex++;
    int index = previous == null ? now : previous.index();
    List<Revision> revisions =
        Revision.and(
            previous == null ? List.of() : previous.revisions(),
            Revision.of(decl, previous != null));
    if (decl.append() && previous != null) {
      List<ScalarText> items = new ArrayList<>(previous.items());
      items.addAll(decl.items());
      lists.put(
          decl.name(),
          new ListDef(
              decl.name(), index, now, items, revisions, previous.span(), previous.context()));
    } else {
      lists.put(
          decl.name(),
          new ListDef(
              decl.name(), index, now, decl.items(), revisions, decl.span(), decl.context()));
    }
  }

  private void add(MacroDecl decl) {
    MacroDef previous = macros.get(decl.name());
    if (decl.append() && previous == null) {
      missing(
          "macro",
          decl.name(),
          decl,
          "Macro uses 'append' or 'override.condition: append' but no macro by that name already"
              + " exists");
      return;
    }
    int now = nextIndex++;
    int index = previous == null ? now : previous.index();
    List<Revision> revisions =
        Revision.and(
            previous == null ? List.of() : previous.revisions(),
            Revision.of(decl, previous != null));
    if (decl.append() && previous != null) {
      ScalarText blank = ScalarText.synthetic(" ", decl.condition().span(0, 0));
      ScalarText condition =
          ScalarText.join(List.of(previous.condition(), blank, decl.condition()));
      macros.put(
          decl.name(),
          new MacroDef(
              decl.name(), index, now, condition, revisions, previous.span(), previous.context()));
    } else {
      macros.put(
          decl.name(),
          new MacroDef(
              decl.name(), index, now, decl.condition(), revisions, decl.span(), decl.context()));
    }
  }

  private void add(RuleDecl decl) {
    RuleState previous = rules.get(decl.name());
    if (previous != null) {
      conflicts(previous, decl.source(), decl);
    }
    boolean known = sources.contains(decl.source());
    if (!known) {
      diags
          .within(decl.context())
          .report(
              new Diagnostic(
                  DiagnosticCode.UNKNOWN_SOURCE,
                  decl.sourceText().span(),
                  "Unknown source " + decl.source() + ", skipping",
                  Hints.didYouMean(decl.source(), sources),
                  List.of()));
    }
    int now = nextIndex++;
    int index = previous == null ? now : previous.index();
    List<ExceptionDef> exceptions =
        exceptions().define(decl.exceptions(), known ? decl.source() : null);
    List<Revision> earlier = previous == null ? List.of() : previous.revisions();
    rules.put(decl.name(), new RuleState(index, decl, known, exceptions, earlier));
  }

  private boolean conflicts(RuleState previous, String source, Declaration decl) {
    if (source.isEmpty() || previous.source().equals(source)) {
      return false;
    }
    diags
        .within(decl.context())
        .report(
            DiagnosticCode.VALIDATE,
            decl.span(),
            "Rule has been re-defined with a different source");
    return true;
  }

  private void add(RuleUpdate update) {
    RuleState rule = rules.get(update.name());
    if (rule == null) {
      missing(
          "rule",
          update.name(),
          update,
          update.replace()
              ? "An 'override.<key>: replace' to a rule was requested but no rule by that name"
                  + " already exists"
              : "Rule uses 'append' or 'override.<key>: append' but no rule by that name already"
                  + " exists");
      return;
    }
    if (conflicts(rule, update.source(), update)) {
      return;
    }
    if (update.isEmpty()) {
      diags
          .within(update.context())
          .report(
              DiagnosticCode.VALIDATE,
              update.span(),
              "Appended rule must have exceptions or condition property");
      return;
    }
    List<ExceptionDecl> decls = update.exceptions();
    if (update.replace()) {
      rule.replace(update, replaced(decls));
    } else {
      rule.append(
          update,
          decls == null
              ? rule.exceptions()
              : exceptions()
                  .append(rule.exceptions(), decls, rule.knownSource ? rule.source() : null));
    }
    nextIndex++;
  }

  private @Nullable List<ExceptionDef> replaced(@Nullable List<ExceptionDecl> decls) {
    return decls == null ? null : exceptions().replace(decls);
  }

  private void add(Declaration.RuleToggle toggle) {
    RuleState rule = rules.get(toggle.name());
    if (rule == null) {
      missing(
          "rule",
          toggle.name(),
          toggle,
          "Rule has 'enabled' key but no rule by that name already exists");
      return;
    }
    rule.enable(toggle);
  }

  private void missing(String kind, String name, Declaration decl, String message) {
    if (!broken.contains(kind + " " + name)) {
      Set<String> known =
          switch (kind) {
            case "list" -> lists.keySet();
            case "macro" -> macros.keySet();
            default -> rules.keySet();
          };
      diags
          .within(decl.context())
          .report(
              new Diagnostic(
                  DiagnosticCode.VALIDATE,
                  decl.span(),
                  message,
                  Hints.didYouMean(name, known),
                  List.of()));
    }
  }
}
