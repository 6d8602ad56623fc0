package io.falcoj.compiler.decl;

import java.util.List;
import java.util.Set;

/**
 * Everything the files declare, each kind in the order of first definition.
 *
 * @param rules without those of unknown sources
 * @param engineVersion the highest that a file asked for; 0.0.0 when none did
 * @param plugins plugins that the files require and that are built in, as {@code name:version}
 * @param brokenMacros names of macros whose declaration was reported as an error
 * @param faulty whether reading or merging what is declared here met errors
 * @param earlier what was declared when each file but the last ended: Falco compiles whenever a
 *     file ends, so that what a later file would mend is an error nevertheless
 */
public record RuleCatalog(
    List<RuleDef> rules,
    List<MacroDef> macros,
    List<ListDef> lists,
    Version engineVersion,
    List<String> plugins,
    Set<String> brokenMacros,
    boolean faulty,
    List<RuleCatalog> earlier) {
  public RuleCatalog {
    rules = List.copyOf(rules);
    macros = List.copyOf(macros);
    lists = List.copyOf(lists);
    plugins = List.copyOf(plugins);
    brokenMacros = Set.copyOf(brokenMacros);
    earlier = List.copyOf(earlier);
  }
}
