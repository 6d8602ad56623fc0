package io.falcoj.compiler.facts;

import io.falcoj.compiler.ir.AllOf;
import io.falcoj.compiler.ir.Always;
import io.falcoj.compiler.ir.AnyOf;
import io.falcoj.compiler.ir.Check;
import io.falcoj.compiler.ir.EventTypeIs;
import io.falcoj.compiler.ir.Exists;
import io.falcoj.compiler.ir.Not;
import io.falcoj.compiler.ir.Place;
import io.falcoj.compiler.ir.Pred;
import io.falcoj.compiler.source.SourceSpan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a condition is written: the same place for every rule that a macro brought it to.
 *
 * @param first its first check
 * @param last its last check
 * @param checks how many checks it has
 */
public record PartPlace(SourceSpan first, SourceSpan last, int checks) {
  /** Null for a part without checks. */
  public static @Nullable PartPlace of(Pred pred) {
    Place place = place(pred);
    if (place != null) {
      return new PartPlace(place.span(), place.span(), 1);
    }
    List<PartPlace> parts =
        operands(pred).stream().map(PartPlace::of).filter(Objects::nonNull).toList();
    return parts.isEmpty()
        ? null
        : new PartPlace(
            parts.get(0).first,
            parts.get(parts.size() - 1).last,
            parts.stream().mapToInt(PartPlace::checks).sum());
  }

  private static @Nullable Place place(Pred pred) {
    if (pred instanceof Check check) {
      return check.place();
    }
    if (pred instanceof Exists exists) {
      return exists.place();
    }
    return pred instanceof EventTypeIs type ? type.place() : null;
  }

  private static List<Pred> operands(Pred pred) {
    if (pred instanceof AllOf all) {
      return all.operands();
    }
    if (pred instanceof AnyOf any) {
      return any.operands();
    }
    return pred instanceof Not not ? List.of(not.operand()) : List.of();
  }

  /** The place of a single check, or null for what has parts. */
  public static @Nullable SourceSpan ofCheck(Pred pred) {
    Place place = place(pred);
    return place == null || pred instanceof Always ? null : place.span();
  }
}
