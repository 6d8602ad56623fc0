package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.ast.Expr;
import io.falcoj.compiler.decl.ExceptionDef;
import io.falcoj.compiler.decl.ListDef;
import io.falcoj.compiler.decl.RuleDef;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.testkit.mutation.source.Mutant.Variation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Something that a mutator can change; says what mutant a change gives. */
public sealed interface Target {
  /**
   * A part of the condition of a rule or macro.
   *
   * @param declaration rule or macro, for people
   * @param variation what a changed condition makes of the rules
   * @param parent the part that it is an operand of, or null for the whole
   */
  record Part(
      String declaration,
      Function<ScalarText, Variation> variation,
      Written condition,
      Expr expr,
      @Nullable Expr parent)
      implements Target {
    /** The mutant with these changes; empty where the file cannot be changed so. */
    public Optional<Mutant> mutant(String mutator, String description, List<TextEdit> edits) {
      return mutant(mutator, description, edits.get(0).start(), edits);
    }

    /**
     * As the other one.
     *
     * @param at character of the text that reports name as the place
     */
    public Optional<Mutant> mutant(
        String mutator, String description, int at, List<TextEdit> edits) {
      WrittenText source = condition.source();
      return source
          .inFile(edits)
          .map(
              inFile ->
                  new Mutant(
                      mutator,
                      description,
                      declaration,
                      source.text().span(at, at),
                      inFile,
                      variation.apply(source.with(edits))));
    }
  }

  /** An item of a declared list. */
  record Item(ListDef list, ScalarText item, Sequences file) implements Target {
    /** The mutant whose list does not have the item. */
    public Optional<Mutant> without(String mutator) {
      List<ScalarText> others = new ArrayList<>(list.items());
      others.removeIf(other -> other == item);
      return file.without(item.span(), 0)
          .map(
              edit ->
                  new Mutant(
                      mutator,
                      "item " + item.text() + " removed",
                      "list " + list.name(),
                      item.span(),
                      List.of(edit),
                      rules -> rules.with(list.withItems(others))));
    }
  }

  /** An exception of a rule that has values. */
  record Exempted(RuleDef rule, ExceptionDef exception, Function<ScalarText, Sequences> files)
      implements Target {
    /** The mutant with another exception in its place. */
    public Mutant mutant(
        String mutator, String description, List<SourceEdit> edits, ExceptionDef other) {
      List<ExceptionDef> all = new ArrayList<>(rule.exceptions());
      all.replaceAll(def -> def == exception ? other : def);
      return new Mutant(
          mutator,
          description,
          "exception " + exception.name() + " of rule \"" + rule.name() + "\"",
          edits.get(0).place(),
          edits,
          rules -> rules.with(rule.withExceptions(all)));
    }
  }
}
