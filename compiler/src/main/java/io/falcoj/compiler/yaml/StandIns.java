package io.falcoj.compiler.yaml;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Line breaks of other scripts (U+0085, U+2028, U+2029) end no line for upstream's YAML library,
 * for ours they do: it is given other characters in their place, which no text has.
 */
final class StandIns {
  private static final int FIRST = 0xFDD0;
  private static final String BREAKS = "\u0085\u2028\u2029";

  /** What upstream takes for the end of the text. */
  private static final int END_OF_TRANSMISSION = 4;

  private StandIns() {}

  static int of(int point) {
    int index = BREAKS.indexOf(point);
    return index < 0 ? point : FIRST + index;
  }

  /** True for what upstream reads; it is no stricter with control characters. */
  static boolean isSound(int point) {
    boolean control = point > 0 && point < ' ' && point != END_OF_TRANSMISSION || point == 0x7F;
    return control || isStandIn(point) || StreamReader.isPrintable(point);
  }

  private static boolean isStandIn(int point) {
    return point >= FIRST && point < FIRST + BREAKS.length();
  }

  /** A parser whose scalars have the characters of the text; tagged ones are never null. */
  static ParserImpl parser(String text, LoaderOptions options) {
    return new ParserImpl(new WholeText(text), options) {
      @Override
      public Event getEvent() {
        return restored(super.getEvent());
      }
    };
  }

  private static Event restored(Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      return event;
    }
    // Tags have no names any more; that of a text keeps it from being null.
    boolean tagged = scalar.getTag() != null;
    if (!tagged && scalar.getValue().chars().noneMatch(StandIns::isStandIn)) {
      return event;
    }
    StringBuilder value = new StringBuilder(scalar.getValue());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      value.setCharAt(i, isStandIn(c) ? BREAKS.charAt(c - FIRST) : c);
    }
    return new ScalarEvent(
        scalar.getAnchor(),
        tagged ? Tag.STR.getValue() : null,
        tagged ? new ImplicitTuple(false, false) : scalar.getImplicit(),
        value.toString(),
        scalar.getStartMark(),
        scalar.getEndMark(),
        scalar.getScalarStyle());
  }
}
