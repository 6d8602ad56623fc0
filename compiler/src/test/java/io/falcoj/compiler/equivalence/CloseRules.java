package io.falcoj.compiler.equivalence;

import static java.util.stream.Collectors.toSet;

import io.falcoj.compiler.CheckedRules;
import io.falcoj.compiler.CompilerOptions;
import io.falcoj.compiler.RuleCompiler;
import io.falcoj.compiler.diag.Location;
import io.falcoj.compiler.diag.Severity;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.runtime.schema.EventSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Rules that check few values again and again, so that they contradict and cover each other. */
final class CloseRules {
  private static final int FIELDS = 3;
  private static final int CHECKS = 4;

  /** Of the event's type and of what only some types have. */
  private static final List<String> GATES =
      List.of(
          "evt.type = openat",
          "evt.type in (execve, execveat, openat)",
          "evt.type != read",
          "evt.type in (connect, accept4, close)",
          "evt.type = asyncevent",
          "evt.category = file",
          "evt.is_open_write = true",
          "evt.num > 0",
          "evt.num = 0",
          "evt.arg.flags exists",
          "evt.rawarg.res >= 0",
          "evt.arg[5] exists",
          "fd.num >= 0",
          "fd.name startswith /",
          "fd.type exists");

  private final String source;
  private final Random random;
  private final List<String> checks = new ArrayList<>();

  private CloseRules(String source, Random random) {
    this.source = source;
    this.random = random;
  }

  /** The rules that the front end takes, with the macros that they use. */
  static CheckedRules checked(String source, int count, Random random) {
    List<String> items = items(source, count, random);
    CheckedRules checked = check(items);
    while (!checked.successful()) {
      Set<String> refused =
          checked.diagnostics().stream()
              .filter(d -> d.severity() == Severity.ERROR)
              .flatMap(d -> d.context().stream())
              .map(Location::itemName)
              .collect(toSet());
      items.removeIf(item -> refused.contains(name(item)));
      checked = check(items);
    }
    return checked;
  }

  private static CheckedRules check(List<String> items) {
    SourceFile file = new SourceFile("random.yaml", String.join("", items));
    return RuleCompiler.check(List.of(file), CompilerOptions.defaults());
  }

  private static String name(String item) {
    return item.substring(item.indexOf(": ") + 2, item.indexOf('\n'));
  }

  private static List<String> items(String source, int count, Random random) {
    CloseRules rules = new CloseRules(source, random);
    Language language = Language.of(source);
    List<String> fields = language.fields();
    for (int i = 0; i < FIELDS; i++) {
      String field = fields.get(random.nextInt(fields.size()));
      rules.checks.addAll(language.checks(field, CHECKS, random));
    }
    String known = source.equals(EventSources.SYSCALL) ? "proc.name" : "ka.verb";
    rules.checks.addAll(language.checks(known, CHECKS, random));
    List<String> items = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      items.add(FrontEnd.macro("m" + i, rules.tree(2)));
    }
    for (int i = 0; i < count; i++) {
      String rule = FrontEnd.rule("r" + i, rules.tree(3), source);
      items.add(random.nextInt(3) > 0 ? rule : rule + rules.exceptions(language, known));
    }
    return items;
  }

  private String tree(int depth) {
    int kind = random.nextInt(depth == 0 ? 2 : 7);
    if (kind < 2) {
      return leaf(depth == 3 && random.nextInt(8) == 0);
    }
    if (kind == 2) {
      return "not (" + tree(depth - 1) + ")";
    }
    String joint = kind < 6 ? " and " : " or ";
    List<String> operands = new ArrayList<>();
    for (int i = random.nextInt(3); i >= -1; i--) {
      operands.add("(" + tree(depth - 1) + ")");
    }
    return String.join(joint, operands);
  }

  private String leaf(boolean macro) {
    if (macro) {
      return "m" + random.nextInt(3);
    }
    boolean gate = source.equals(EventSources.SYSCALL) && random.nextInt(4) == 0;
    List<String> from = gate ? GATES : checks;
    return from.get(random.nextInt(from.size()));
  }

  /** Rows on the field that some checks are about. */
  private String exceptions(Language language, String field) {
    StringBuilder rows = new StringBuilder();
    for (String check : language.checks(field, 3, random)) {
      String[] words = check.split(" ", 3);
      boolean plain = words.length == 3 && words[1].equals("=") && words[2].matches("[\\w./-]+");
      rows.append(plain ? "        - [" + words[2] + "]\n" : "");
    }
    rows.append("        - [bash]\n        - [get]\n");
    return "  exceptions:\n    - name: e\n      fields: ["
        + field
        + "]\n      comps: [=]\n      values:\n"
        + rows;
  }
}
