package io.falcoj.compiler.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Findings in the order in which Falco comes across them: a file's items one by one; then macros
 * are read, then resolved; then rule by rule output, condition, names, values, event types; then
 * what nothing uses ({@code userspace/engine/rule_loader_compiler.cpp}).
 */
public final class FalcoOrder {
  private static final List<String> DEPRECATED_FIELDS =
      List.of(
          "evt.dir",
          "evt.latency",
          "evt.latency.s",
          "evt.latency.ns",
          "evt.latency.human",
          "evt.wait_latency");

  private FalcoOrder() {}

  /**
   * What was found when a file was read and its items were merged with earlier ones. Falco reads
   * and merges item by item; of the one that fails it has no warning behind the fault.
   *
   * @param read in reading order
   * @param merged in merging order
   * @param stop offset of the item behind which Falco read no more; negative when it read all
   */
  public static List<Diagnostic> ofItems(List<Diagnostic> read, List<Diagnostic> merged, int stop) {
    List<Ranked> items = new ArrayList<>();
    boolean failed = false;
    for (Diagnostic finding : read) {
      boolean error = finding.severity() == Severity.ERROR;
      failed |= error && item(finding) == stop;
      int rank = finding.code() == DiagnosticCode.UNKNOWN_KEY ? 3 : error ? 2 : 0;
      boolean behind = item(finding) == stop && (rank == 3 || rank == 0 && failed);
      items.add(new Ranked(finding, behind ? Integer.MAX_VALUE : item(finding), rank));
    }
    merged.forEach(finding -> items.add(new Ranked(finding, item(finding), 1)));
    return items.stream()
        .filter(f -> !f.finding.code().isOwn() && (stop < 0 || f.item <= stop))
        .sorted(Comparator.comparingInt(Ranked::item).thenComparing(Ranked::rank))
        .map(Ranked::finding)
        .toList();
  }

  private record Ranked(Diagnostic finding, int item, int rank) {}

  /** Where the item begins that a finding is about. */
  public static int item(Diagnostic finding) {
    return finding.context().size() > 1
        ? finding.context().get(1).span().start()
        : finding.span().start();
  }

  /**
   * What was found when conditions and outputs were compiled.
   *
   * @param rules place of each rule in the order of evaluation, by name
   */
  public static List<Diagnostic> ofConditions(List<Diagnostic> found, Map<String, Integer> rules) {
    List<Diagnostic> sorted = new ArrayList<>();
    Set<String> unsafe = new HashSet<>();
    for (Diagnostic finding : found) {
      boolean again =
          finding.code() == DiagnosticCode.UNSAFE_NA_CHECK && !unsafe.add(name(finding));
      if (!finding.code().isOwn() && !again) {
        sorted.add(finding);
      }
    }
    sorted.sort(
        Comparator.comparingInt(FalcoOrder::phase)
            .thenComparing(d -> phase(d) == 2 ? rules.getOrDefault(name(d), 0) : 0)
            .thenComparing(FalcoOrder::withinRule));
    return sorted;
  }

  private static String name(Diagnostic finding) {
    return finding.context().size() > 1 ? finding.context().get(1).itemName() : "";
  }

  private static int phase(Diagnostic finding) {
    boolean macro =
        finding.context().size() > 1 && finding.context().get(1).itemType().equals("macro");
    return switch (finding.code()) {
      case UNUSED_MACRO -> 3;
      case UNUSED_LIST -> 4;
      case CONDITION_SYNTAX -> macro ? 0 : 2;
      default -> macro ? 1 : 2;
    };
  }

  private static int withinRule(Diagnostic finding) {
    return switch (finding.code()) {
      case VALIDATE -> 0;
      case DEPRECATED_ITEM -> 1;
      case BAD_OUTPUT -> 2;
      case DEPRECATED_FIELD -> (isInCondition(finding) ? 100 : 10) + field(finding);
      case CONDITION_SYNTAX -> 20;
      case MACRO_LOOP -> 21;
      case UNDEFINED_MACRO -> 22;
      case UNSAFE_NA_CHECK -> 30;
      case UNKNOWN_FILTER -> isInCondition(finding) ? 200 : 2;
      case COMPILE_CONDITION -> 201;
      case NO_EVTTYPE -> 202;
      default -> 200;
    };
  }

  private static boolean isInCondition(Diagnostic finding) {
    return finding.falco().place() != null;
  }

  private static int field(Diagnostic finding) {
    return Math.max(0, DEPRECATED_FIELDS.indexOf(finding.span().text()));
  }
}
