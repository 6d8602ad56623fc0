package io.falcoj.testkit.rules;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.abi.RuleInfo;
import io.falcoj.runtime.bundle.Bundle;
import io.falcoj.runtime.fields.AuditPaths;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiled rules. Shared by threads. */
public final class RuleSet {
  private final List<SourceFile> sources;
  private final Bundle bundle;
  private final Map<String, RuleInfo> byName = new LinkedHashMap<>();
  private final JsonPaths auditPaths;
  private @Nullable CheckedRules checked;

  RuleSet(List<SourceFile> sources, Bundle bundle) {
    this.sources = List.copyOf(sources);
    this.bundle = bundle;
    Set<FieldRef> fields = new LinkedHashSet<>();
    for (RuleInfo rule : bundle.rules()) {
      byName.put(rule.name(), rule);
      if (rule.source().equals(EventSources.K8S_AUDIT)) {
        fields.addAll(AuditPaths.fields(rule));
      }
    }
    this.auditPaths = AuditPaths.of(fields);
  }

  public Bundle bundle() {
    return bundle;
  }

  /** The rule of that name, or null. */
  public @Nullable RuleInfo rule(String name) {
    return byName.get(name);
  }

  /** All rules in load order. */
  public List<RuleInfo> rules() {
    return bundle.rules();
  }

  /** What the rules look at in audit events. */
  public JsonPaths auditPaths() {
    return auditPaths;
  }

  /** The same rules as trees, for those who explain them; read when somebody asks. */
  public synchronized CheckedRules checked() {
    CheckedRules known = checked;
    if (known == null) {
      known = RuleCompiler.check(sources, CompilerOptions.defaults());
      checked = known;
    }
    return known;
  }
}
