package io.falcoj.probe.capture;

import io.falcoj.probe.schema.CallTable;
import io.falcoj.runtime.schema.EventTable;
import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.EventType.Category;
import io.falcoj.runtime.schema.EventType.Flag;
import io.falcoj.runtime.schema.names.SyscallTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Chooses the system calls that are told of: those of the rules and those that the state needs.
 * Follows {@code configure_interesting_sets.cpp} of Falco and {@code sinsp_events_ppm_sc.cpp} of
 * libs.
 */
public final class PlanMaker {
  /** Left out unless all are asked for: there are too many of them. */
  private static final Set<String> IGNORED =
      Set.of(
          "read",
          "readv",
          "pread64",
          "preadv",
          "recv",
          "write",
          "writev",
          "pwrite64",
          "pwritev",
          "send",
          "sendfile");

  private static final Set<String> REPAIR =
      Set.of(
          "clone",
          "clone3",
          "fork",
          "vfork",
          "execve",
          "execveat",
          "fchdir",
          "chdir",
          "chroot",
          "capset",
          "setgid",
          "setpgid",
          "setresgid",
          "setresuid",
          "setsid",
          "setuid",
          "prctl");

  private static final Set<String> ACCEPTING = Set.of("accept", "accept4", "listen");

  private static final SyscallTable CALLS = SyscallTable.standard();

  private final CallTable table = CallTable.standard();
  private final List<String> warnings = new ArrayList<>();

  private PlanMaker() {}

  /**
   * A choice and what the user should know of it.
   *
   * @param warnings names that are none, rules that will miss events
   */
  public record Choice(ProbePlan plan, List<String> warnings) {}

  /**
   * Chooses for rules.
   *
   * @param eventNames names of the event types that they can match
   * @param any whether one of them can match any event
   */
  public static Choice choose(Set<String> eventNames, boolean any, BaseCalls base) {
    PlanMaker maker = new PlanMaker();
    Set<Integer> chosen = maker.choose(maker.ofRules(eventNames, any), base);
    boolean signals = any || eventNames.contains("signaldeliver");
    return new Choice(new ProbePlan(chosen, signals), List.copyOf(maker.warnings));
  }

  private Set<Integer> choose(Set<Integer> ofRules, BaseCalls base) {
    Set<Integer> positive = new TreeSet<>();
    Set<Integer> negative = new TreeSet<>();
    for (String name : base.customSet()) {
      boolean out = name.startsWith("!");
      Set<Integer> named = named(Set.of(out ? name.substring(1) : name));
      if (named.isEmpty()) {
        warnings.add("`base_syscalls.custom_set`: there is no system call `" + name + "`");
      }
      (out ? negative : positive).addAll(named);
    }
    Set<Integer> chosen = new TreeSet<>(ofRules);
    if (!positive.isEmpty()) {
      chosen.addAll(positive);
    } else {
      chosen.addAll(base.repair() ? repair(ofRules) : where(type -> type.has(Flag.MODIFIES_STATE)));
    }
    chosen.removeAll(negative);
    if (!base.all()) {
      leaveOutIgnored(chosen, ofRules);
    }
    return chosen;
  }

  private void leaveOutIgnored(Set<Integer> chosen, Set<Integer> ofRules) {
    Set<Integer> ignored = named(IGNORED);
    Set<String> missed = new TreeSet<>();
    for (int code : ignored) {
      if (ofRules.contains(code) && chosen.contains(code)) {
        missed.add(String.valueOf(CALLS.name(code)));
      }
    }
    if (!missed.isEmpty()) {
      warnings.add(
          "rules look at "
              + String.join(", ", missed)
              + ", which are too many to tell of; -o base_syscalls.all=true tells of them");
    }
    chosen.removeAll(ignored);
  }

  private Set<Integer> ofRules(Set<String> names, boolean any) {
    return any ? where(type -> true) : named(names);
  }

  /** By the name of the call, or of the event that it becomes. */
  private Set<Integer> named(Set<String> names) {
    Set<Integer> codes = new TreeSet<>();
    for (int code = 1; code < CALLS.size(); code++) {
      if (!table.indexes(code).isEmpty()
          && (names.contains(String.valueOf(CALLS.name(code))) || hasName(type(code), names))) {
        codes.add(code);
      }
    }
    return codes;
  }

  private static boolean hasName(EventType type, Set<String> names) {
    return !type.id().equals("GENERIC_X") && names.contains(type.name());
  }

  private Set<Integer> where(Predicate<EventType> condition) {
    Set<Integer> codes = new TreeSet<>();
    for (int code = 1; code < CALLS.size(); code++) {
      if (!table.indexes(code).isEmpty() && condition.test(type(code))) {
        codes.add(code);
      }
    }
    return codes;
  }

  private EventType type(int code) {
    return Objects.requireNonNull(EventTable.standard().byCode(table.eventOf(code)));
  }

  /** Only what the state needs to understand these calls. */
  private Set<Integer> repair(Set<Integer> ofRules) {
    Set<Integer> needed = named(REPAIR);
    boolean net = ofRules.stream().anyMatch(code -> type(code).has(Category.NET));
    boolean files =
        ofRules.stream()
            .map(this::type)
            .anyMatch(
                type ->
                    type.has(Category.FILE)
                        || type.has(Category.IO_READ)
                        || type.has(Category.IO_WRITE)
                        || type.has(Category.IO_OTHER));
    if (net) {
      needed.addAll(named(Set.of("socket", "getsockopt")));
    }
    if (ofRules.stream().anyMatch(named(ACCEPTING)::contains)) {
      needed.addAll(named(Set.of("bind")));
    }
    if (net || files) {
      needed.addAll(named(Set.of("close")));
    }
    return needed;
  }
}
