package io.falcoj.compiler.decl;

import io.falcoj.compiler.diag.DiagnosticCode;
import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.yaml.item.Declaration.EngineVersion;
import io.falcoj.compiler.yaml.item.Declaration.PluginRequirement;
import io.falcoj.compiler.yaml.item.Declaration.PluginRequirement.Alternative;
import io.falcoj.compiler.yaml.reader.UnsignedNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What rule files ask of the engine and of plugins, against what is built in. */
final class Requirements {
  static final Version ENGINE = new Version(0, 63, 0);

  /** The plugins of Falco whose fields are built in, with the versions whose fields those are. */
  private static final Map<String, Version> BUILT_IN =
      Map.of(
          "container", new Version(0, 7, 1),
          "k8saudit", new Version(0, 18, 0),
          "json", new Version(0, 7, 4));

  private final Set<String> plugins = new TreeSet<>();
  private Version engineVersion = new Version(0, 0, 0);

  Version engineVersion() {
    return engineVersion;
  }

  /** What the files require of plugins, as {@code name:version}, sorted. */
  List<String> plugins() {
    return List.copyOf(plugins);
  }

  void add(EngineVersion decl, Diagnostics diags) {
    Diagnostics here = diags.within(decl.context());
    Version version = version(decl.text());
    if (version == null) {
      here.report(
          DiagnosticCode.YAML_VALIDATE,
          decl.span(),
          "Unable to parse engine version '"
              + decl.text()
              + "' as a semver string. Expected \"x.y.z\" semver format.");
    } else if (!ENGINE.compatibleWith(version)) {
      here.report(
          DiagnosticCode.VALIDATE,
          decl.span(),
          "Rules require engine version " + version + ", but engine version is " + ENGINE);
    } else if (version.compareTo(engineVersion) > 0) {
      engineVersion = version;
    }
  }

  private static @Nullable Version version(String text) {
    Long minor = UnsignedNumber.parse(text);
    return minor == null ? Version.parse(text) : new Version(0, minor, 0);
  }

  void add(PluginRequirement decl, Diagnostics diags) {
    Set<String> names = new HashSet<>();
    for (Alternative alternative : decl.alternatives()) {
      String fault = null;
      if (Version.parse(alternative.version()) == null) {
        fault =
            "Invalid required version '"
                + alternative.version()
                + "' for plugin '"
                + alternative.name()
                + "'";
      } else if (!names.add(alternative.name())) {
        fault =
            "Defined multiple alternative version requirements for plugin '"
                + alternative.name()
                + "'";
      }
      if (fault != null) {
        diags.within(decl.context()).report(DiagnosticCode.VALIDATE, decl.span(), fault);
        return;
      }
    }
    checkBuiltIn(decl, diags.within(decl.context()));
  }

  private void checkBuiltIn(PluginRequirement decl, Diagnostics here) {
    for (Alternative alternative : decl.alternatives()) {
      Version version = BUILT_IN.get(alternative.name());
      Version required = Version.parse(alternative.version());
      if (version == null || required == null) {
        continue;
      }
      plugins.add(alternative.name() + ":" + required);
      if (!version.compatibleWith(required)) {
        here.report(
            DiagnosticCode.VALIDATE,
            decl.span(),
            "Plugin '"
                + alternative.name()
                + "' version '"
                + version
                + "' is not compatible with required plugin version '"
                + alternative.version()
                + "'");
      }
      return;
    }
    String wanted =
        decl.alternatives().stream()
            .map(a -> a.name() + " (>= " + a.version() + ")")
            .collect(Collectors.joining(", "));
    here.report(
        DiagnosticCode.VALIDATE,
        decl.span(),
        "Plugin requirement not satisfied, must load one of: " + wanted);
  }
}
