package io.falcoj.probe.schema;

import io.falcoj.runtime.schema.EventType;
import io.falcoj.runtime.schema.ParamDef;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the steps of an event as {@code steps.tsv} writes them.
 *
 * <pre>
 *  31       24 23  20 19   16 15     12 11    8 7            0
 * +-----------+------+-------+---------+-------+--------------+
 * |  number   |      | width | 2nd arg |  arg  |     step     |
 * +-----------+------+-------+---------+-------+--------------+
 * </pre>
 */
final class StepReader {
  private static final Pattern STEP = Pattern.compile("(\\w+?)(?::(\\d)(?:,(\\d))?)?(?:=(\\w+))?");

  private StepReader() {}

  /** Fails for a text that does not write the parameters of the event. */
  static List<Integer> read(EventType type, String text) {
    List<Integer> steps = new ArrayList<>();
    int param = 0;
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      Matcher parts = STEP.matcher(word);
      if (!parts.matches()) {
        throw new IllegalStateException("step " + word + " of " + type.id());
      }
      Step step = Step.named(parts.group(1));
      if (param + step.params() > type.params().size()) {
        throw new IllegalStateException("too many steps for " + type.id());
      }
      int width = step.isNumber() ? width(type, type.params().get(param)) : 0;
      steps.add(
          step.code()
              | digit(parts.group(2)) << 8
              | digit(parts.group(3)) << 12
              | width << 16
              | number(step, parts.group(4)) << 24);
      param += step.params();
    }
    if (!text.isEmpty() && param != type.params().size() || steps.size() > Layout.MAX_STEPS) {
      throw new IllegalStateException("steps of " + type.id() + " write " + param + " parameters");
    }
    return steps;
  }

  /** The step that writes a parameter, if it writes no other; else 0. */
  static int stepOf(List<Integer> steps, int param) {
    int at = 0;
    for (int encoded : steps) {
      Step step = Step.of(encoded);
      int count = step == null ? 0 : step.params();
      if (param < at + count) {
        return count == 1 ? encoded : 0;
      }
      at += count;
    }
    return 0;
  }

  static int argument(int encoded) {
    return encoded >> 8 & 0xF;
  }

  static int width(int encoded) {
    return encoded >> 16 & 0xF;
  }

  /** The step that converts flags, without a width. */
  static int flags(Conversion conversion, int argument) {
    return Step.FLAGS.code() | argument << 8 | conversion.ordinal() << 24;
  }

  private static int width(EventType type, ParamDef param) {
    int width = param.type().size();
    if (width < 1 || width > 8) {
      throw new IllegalStateException(type.id() + ": " + param.name() + " is no number");
    }
    return width;
  }

  private static int digit(String text) {
    return text == null ? 0 : Integer.parseInt(text);
  }

  private static int number(Step step, String text) {
    if (text == null) {
      return 0;
    }
    return step == Step.FLAGS ? Conversion.named(text).ordinal() : Integer.parseInt(text);
  }
}
