package io.falcoj.compiler.yaml;

import io.falcoj.compiler.source.ScalarStyle;
import io.falcoj.compiler.source.ScalarText;
import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Leads from nodes to places: the YAML parser counts code points, spans count characters. */
public final class ScalarDecoder {
  private final SourceFile file;
  private final int[] charOffsets;

  public ScalarDecoder(SourceFile file) {
    this.file = file;
    this.charOffsets = charOffsets(file.text());
  }

  public SourceFile file() {
    return file;
  }

  /** A plain scalar that stands for nothing: empty, {@code ~} or {@code null}. */
  public static boolean isNull(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  /** The place of a scalar, or of the first character of anything else. */
  public SourceSpan spanOf(Node node) {
    int start = offset(node.getStartMark());
    int end = offset(node.getEndMark());
    if (!(node instanceof ScalarNode)) {
      return new SourceSpan(file, start, Math.min(end, start + 1));
    }
    while (end > start && Character.isWhitespace(file.text().charAt(end - 1))) {
      end--;
    }
    return new SourceSpan(file, start, end);
  }

  /** The decoded text with the offset of every character. */
  public ScalarText text(ScalarNode node) {
    ScalarStyle style = style(node.getScalarStyle());
    int begin = offset(node.getStartMark());
    return style.locate(file, begin, offset(node.getEndMark()), node.getValue()).beginningAt(begin);
  }

  static ScalarStyle style(DumperOptions.ScalarStyle style) {
    return switch (style) {
      case LITERAL -> ScalarStyle.LITERAL;
      case FOLDED -> ScalarStyle.FOLDED;
      case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
      case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
      default -> ScalarStyle.PLAIN;
    };
  }

  int offset(Mark mark) {
    return offset(mark.getIndex());
  }

  /** Of a place that is given in code points. */
  int offset(int codePoints) {
    int at = Math.min(codePoints, Math.max(charOffsets.length - 1, file.text().length()));
    return charOffsets.length == 0 ? at : charOffsets[Math.min(at, charOffsets.length - 1)];
  }

  private static int[] charOffsets(String text) {
    int count = text.codePointCount(0, text.length());
    if (count == text.length()) {
      return new int[0];
    }
    int[] offsets = new int[count + 1];
    int at = 0;
    for (int i = 0; i < count; i++) {
      offsets[i] = at;
      at += Character.charCount(text.codePointAt(at));
    }
    offsets[count] = at;
    return offsets;
  }
}
