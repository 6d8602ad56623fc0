package io.falcoj.compiler.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Constant;

/**
 * A text for SnakeYAML's scanner, all of it at hand. The reader that the library brings loads a
 * kilobyte at a time and copies what it holds each time: a scalar of ten megabytes takes it hours.
 */
final class WholeText extends StreamReader {
  private static final int END = 0;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final int[] points;

  /** Index of the first character that YAML forbids, or the number of characters. */
  private final int sound;

  private int at;
  private int documentStart;
  private int line;
  private int column;

  WholeText(String text) {
    super("");
    points = text.codePoints().map(StandIns::of).toArray();
    int checked = 0;
    while (checked < points.length && StandIns.isSound(points[checked])) {
      checked++;
    }
    sound = checked;
  }

  /** Asked for where a token begins or ends: an exclamation mark there begins a tag. */
  @Override
  public Mark getMark() {
    Mark mark = new Mark("'reader'", at, line, column, points, at);
    if (at < sound && points[at] == '!') {
      Tags.separate(points, at, mark);
    }
    return mark;
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int length) {
    int end = end(length);
    while (at < end) {
      int point = points[at++];
      boolean lonelyReturn = point == '\r' && at < points.length && points[at] != '\n';
      if (Constant.LINEBR.has(point) || lonelyReturn) {
        line++;
        column = 0;
      } else if (point != BYTE_ORDER_MARK) {
        column++;
      }
    }
  }

  @Override
  public int peek() {
    return peek(0);
  }

  @Override
  public int peek(int ahead) {
    return end(ahead + 1) - at > ahead ? points[at + ahead] : END;
  }

  @Override
  public String prefix(int length) {
    return new String(points, at, end(length) - at);
  }

  /** The scanner asks only for texts without line breaks. */
  @Override
  public String prefixForward(int length) {
    int from = at;
    at = end(length);
    column += at - from;
    return new String(points, from, at - from);
  }

  /** Where so many characters end, at most at the text's end. */
  private int end(int length) {
    int end = (int) Math.min(points.length, (long) at + length);
    if (end > sound) {
      String reason = "special characters are not allowed";
      throw new ReaderException("'reader'", sound, points[sound], reason);
    }
    return end;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return at - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = at;
  }

  @Override
  public int getIndex() {
    return at;
  }

  @Override
  public int getLine() {
    return line;
  }
}
