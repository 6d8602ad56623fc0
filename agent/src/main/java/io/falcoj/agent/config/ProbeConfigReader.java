package io.falcoj.agent.config;

import io.falcoj.agent.config.ProbeConfig.DropAction;
import io.falcoj.agent.config.ProbeConfig.Drops;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** Reads the keys of the probe. */
final class ProbeConfigReader {
  private static final Set<String> PROBES = Set.of("modern_ebpf", "kmod");
  private static final int PRESETS = 10;
  private static final int STANDARD_PRESET = 4;
  private static final int STANDARD_DATA = 80;
  private static final int MOST_DATA = 4095;

  private final Values values;
  private final String name;

  private ProbeConfigReader(Values values, String name) {
    this.values = values;
    this.name = name;
  }

  static ProbeConfig read(Values values, String name) throws ConfigException {
    ProbeConfigReader reader = new ProbeConfigReader(values, name);
    String kind = values.text("engine.kind", "").toLowerCase(Locale.ROOT);
    return new ProbeConfig(
        PROBES.contains(kind),
        kind.equals("nodriver") || kind.equals("replay"),
        1 << 19 + reader.number("engine.modern_ebpf.buf_size_preset", STANDARD_PRESET, 1, PRESETS),
        reader.number("falco_libs.snaplen", STANDARD_DATA, 0, MOST_DATA),
        values.texts("base_syscalls.custom_set"),
        values.bool("base_syscalls.repair", false),
        values.bool("base_syscalls.all", false),
        values.bool("probe.pushdown", true),
        reader.drops());
  }

  private Drops drops() throws ConfigException {
    Set<DropAction> actions = EnumSet.noneOf(DropAction.class);
    for (String action : values.texts("syscall_event_drops.actions")) {
      try {
        actions.add(DropAction.valueOf(action.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new ConfigException(
            "%s: `syscall_event_drops.actions` cannot hold `%s`; they are ignore, log, alert, exit"
                .formatted(name, action));
      }
    }
    if (actions.contains(DropAction.IGNORE)
        && (actions.contains(DropAction.LOG) || actions.contains(DropAction.ALERT))) {
      throw new ConfigException(
          name + ": `syscall_event_drops.actions` has `ignore` beside `log` or `alert`");
    }
    double threshold = decimal("syscall_event_drops.threshold", 0.1);
    if (threshold > 1) {
      throw new ConfigException(
          name + ": `syscall_event_drops.threshold` is a share, a number from 0 to 1");
    }
    return new Drops(
        threshold,
        actions,
        decimal("syscall_event_drops.rate", 0.03333),
        decimal("syscall_event_drops.max_burst", 1),
        values.bool("syscall_event_drops.simulate_drops", false));
  }

  private int number(String key, int fallback, int least, int most) throws ConfigException {
    String text = values.text(key, "");
    if (text.isEmpty()) {
      return fallback;
    }
    if (!text.matches("[0-9]{1,6}")
        || Integer.parseInt(text) < least
        || Integer.parseInt(text) > most) {
      throw new ConfigException(
          "%s: `%s` is a number from %d to %d".formatted(name, key, least, most));
    }
    return Integer.parseInt(text);
  }

  private double decimal(String key, double fallback) throws ConfigException {
    String text = values.text(key, "");
    if (text.isEmpty()) {
      return fallback;
    }
    if (!text.matches("[0-9]{1,9}|[0-9]{0,9}\\.[0-9]{1,9}")) {
      throw new ConfigException("%s: `%s` is a number, such as 0.5".formatted(name, key));
    }
    return Double.parseDouble(text);
  }
}
