package io.falcoj.testkit.mutation.source;

import io.falcoj.compiler.source.SourceFile;
import io.falcoj.compiler.source.SourceSpan;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The sequences of a YAML file, from which items can be taken. */
public final class Sequences {
  private final SourceFile file;
  private final List<Item> items = new ArrayList<>();

  /** An item of a sequence, with the characters that it takes. */
  private record Item(SequenceNode sequence, int index, int start, int end) {}

  /** Of a rule file; without any when the file holds what the YAML library does not read. */
  public Sequences(SourceFile file) {
    this.file = file;
    try {
      for (Node document :
          new Yaml(new LoaderOptions()).composeAll(new StringReader(file.text()))) {
        collect(document);
      }
    } catch (YAMLException e) {
      items.clear();
    }
  }

  private void collect(Node node) {
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> collect(entry.getValueNode()));
    } else if (node instanceof SequenceNode sequence) {
      List<Node> values = sequence.getValue();
      for (int i = 0; i < values.size(); i++) {
        items.add(new Item(sequence, i, start(values.get(i)), end(values.get(i))));
        collect(values.get(i));
      }
    }
  }

  /**
   * What takes an item out of its sequence.
   *
   * @param place a place within the item
   * @param depth how many sequences within the item hold the place
   */
  public Optional<SourceEdit> without(SourceSpan place, int depth) {
    return find(place, depth).flatMap(this::without);
  }

  /** What empties the sequence that an item belongs to. */
  public Optional<SourceEdit> emptied(SourceSpan place, int depth) {
    return find(place, depth).map(item -> emptied(item.sequence));
  }

  private Optional<Item> find(SourceSpan place, int depth) {
    List<Item> holding = new ArrayList<>();
    for (Item item : items) {
      if (item.start <= place.start() && place.start() < item.end) {
        holding.add(0, item);
      }
    }
    return depth < holding.size() ? Optional.of(holding.get(depth)) : Optional.empty();
  }

  private Optional<SourceEdit> without(Item item) {
    List<Node> values = item.sequence.getValue();
    if (values.size() == 1) {
      return Optional.of(emptied(item.sequence));
    }
    if (item.sequence.getFlowStyle() == FlowStyle.FLOW) {
      boolean last = item.index == values.size() - 1;
      int start = last ? end(values.get(item.index - 1)) : item.start;
      int end = last ? item.end : start(values.get(item.index + 1));
      return Optional.of(edit(start, end, ""));
    }
    int dash = dash(item.start);
    int line = file.text().lastIndexOf('\n', dash) + 1;
    if (dash < 0 || !file.text().substring(line, dash).isBlank()) {
      return Optional.empty();
    }
    int behind = file.text().indexOf('\n', item.end);
    return Optional.of(edit(line, behind < 0 ? file.text().length() : behind + 1, ""));
  }

  /**
   * A block becomes {@code []}, one column further in than its dashes, where it still is a value.
   */
  private SourceEdit emptied(SequenceNode sequence) {
    List<Node> values = sequence.getValue();
    int end = end(values.get(values.size() - 1));
    if (sequence.getFlowStyle() == FlowStyle.FLOW) {
      return edit(start(values.get(0)), end, "");
    }
    return edit(dash(start(values.get(0))), end, " []");
  }

  private int dash(int start) {
    return file.text().lastIndexOf('-', start - 1);
  }

  private SourceEdit edit(int start, int end, String replacement) {
    return new SourceEdit(new SourceSpan(file, start, end), replacement);
  }

  private int start(Node node) {
    return offset(node.getStartMark());
  }

  /** A block's end mark stands at what follows it. */
  private int end(Node node) {
    int end = offset(node.getEndMark());
    while (end > 0 && Character.isWhitespace(file.text().charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The library counts code points. */
  private int offset(Mark mark) {
    return file.text().offsetByCodePoints(0, mark.getIndex());
  }
}
