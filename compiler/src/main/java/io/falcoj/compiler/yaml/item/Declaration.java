package io.falcoj.compiler.yaml.item;

import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;

/** One item of a rule file. */
public sealed interface Declaration
    permits ListDecl,
        MacroDecl,
        RuleDecl,
        RuleUpdate,
        Declaration.RuleToggle,
        Declaration.EngineVersion,
        Declaration.PluginRequirement,
        Declaration.Broken {
  /** The place to point at: a name or a value. */
  SourceSpan span();

  /** What encloses findings about the item, itself included, outermost first. */
  List<Location> context();

  /** The deprecated item that says nothing of a rule but {@code enabled}. */
  record RuleToggle(String name, boolean enabled, SourceSpan span, List<Location> context)
      implements Declaration {}

  /** {@code required_engine_version}: three numbers, or one that stands for the second. */
  record EngineVersion(String text, SourceSpan span, List<Location> context)
      implements Declaration {}

  /** One entry of {@code required_plugin_versions}: any of the alternatives will do. */
  record PluginRequirement(List<Alternative> alternatives, SourceSpan span, List<Location> context)
      implements Declaration {
    /** A plugin and the least version of it, as written. */
    public record Alternative(String name, String version) {}

    public PluginRequirement {
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * An item that was reported as an error; when its name is known, its uses are not reported as
   * well.
   *
   * @param kind {@code list}, {@code macro}, {@code rule}, or empty when there is no name
   */
  record Broken(String kind, String name, SourceSpan span, List<Location> context)
      implements Declaration {}
}
