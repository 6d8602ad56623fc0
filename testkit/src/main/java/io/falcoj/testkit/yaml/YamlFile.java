package io.falcoj.testkit.yaml;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** A file's YAML documents, and where each node stands in its text. */
public final class YamlFile {
  /** Audit events nest up to a hundred levels, and stand some levels deep in a case. */
  private static final int DEPTH = 120;

  private final SourceFile source;

  /** Whether a character of the text is a code point, so that places need no counting. */
  private final boolean plain;

  public YamlFile(SourceFile source) {
    this.source = source;
    this.plain = source.text().chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  public SourceFile source() {
    return source;
  }

  /**
   * The documents, as far as the text is YAML.
   *
   * @param faults told when it is not
   */
  public List<Node> documents(Faults faults) {
    List<Node> documents = new ArrayList<>();
    if (source.malformedAt() >= 0) {
      faults.add(fault(source.malformedAt(), "the text is not encoded in UTF-8"));
      return documents;
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setNestingDepthLimit(DEPTH);
    try {
      new Yaml(options).composeAll(new java.io.StringReader(source.text())).forEach(documents::add);
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      faults.add(fault(mark == null ? 0 : offset(mark.getIndex()), problem(e)));
    } catch (ReaderException e) {
      faults.add(fault(offset(e.getPosition()), "a character that YAML does not allow"));
    } catch (YAMLException e) {
      faults.add(fault(0, String.valueOf(e.getMessage())));
    }
    return documents;
  }

  private static String problem(MarkedYAMLException e) {
    String context = e.getContext();
    return context == null ? e.getProblem() : context + ": " + e.getProblem();
  }

  private Fault fault(int offset, String message) {
    int at = Math.min(offset, source.text().length());
    return new Fault(FaultCode.YAML, new SourceSpan(source, at, at), message, null);
  }

  SourceSpan place(Node node) {
    int start = offset(node.getStartMark().getIndex());
    @Nullable Mark end = node.getEndMark();
    return new SourceSpan(
        source, start, Math.max(start, offset(Objects.requireNonNull(end).getIndex())));
  }

  private int offset(int codePoints) {
    String text = source.text();
    return plain
        ? Math.min(codePoints, text.length())
        : text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
  }
}
