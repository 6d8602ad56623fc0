package io.falcoj.compiler.format;

import io.falcoj.compiler.format.Gaps.Line;
import io.falcoj.compiler.format.Tree.Brackets;
import io.falcoj.compiler.format.Tree.Collection;
import io.falcoj.compiler.format.Tree.Document;
import io.falcoj.compiler.format.Tree.Entry;
import io.falcoj.compiler.format.Tree.Scalar;
import io.falcoj.compiler.format.Tree.Stream;
import io.falcoj.compiler.source.ScalarStyle;
import io.falcoj.compiler.yaml.YamlEvent;
import io.falcoj.compiler.yaml.YamlEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the events of a file and what stands between them together. */
final class TreeReader {
  private final String text;
  private final List<YamlEvent> events;
  private final Gaps gaps;
  private int next;

  /** Whether a document can begin without a marker. */
  private boolean ended = true;

  /** Comments in places that have none of their own, between a key's name and its colon. */
  private final List<String> strays = new ArrayList<>();

  TreeReader(String text, List<YamlEvent> events) {
    this.text = text;
    this.events = events;
    this.gaps = new Gaps(text);
  }

  Stream read() throws LeftAsIs {
    List<Document> documents = new ArrayList<>();
    while (next < events.size()) {
      documents.add(document());
    }
    return new Stream(documents, texts(gaps.lines()));
  }

  /** All comments of the file. */
  List<String> comments() {
    return gaps.comments();
  }

  private Document document() throws LeftAsIs {
    YamlEvent start = take();
    if (!start.explicit() && !ended) {
      throw new LeftAsIs(start.start(), "a document that no `---` begins");
    }
    List<String> before = new ArrayList<>();
    String marker = null;
    if (start.explicit()) {
      before.addAll(texts(gaps.lines()));
      while (gaps.peek() == '%') {
        before.add(gaps.rest());
        before.addAll(texts(gaps.lines()));
      }
      gaps.moveTo(gaps.at() + 3);
      String comment = gaps.comment();
      marker = comment == null ? "---" : "---  " + comment;
    }
    List<Line> lines = peek().isEmpty() ? List.of() : gaps.lines();
    Tree root = node(-1, lines);
    List<String> end = new ArrayList<>();
    ended = take().explicit();
    if (ended) {
      end.addAll(texts(gaps.lines()));
      end.add(gaps.rest());
      if (end.get(end.size() - 1).indexOf('#') > 0) {
        gaps.note(end.get(end.size() - 1));
      }
    }
    return new Document(before, marker, root, end);
  }

  private YamlEvent peek() {
    return events.get(next);
  }

  private YamlEvent take() {
    return events.get(next++);
  }

  private static List<String> texts(List<Line> lines) {
    return lines.stream().map(Line::text).toList();
  }

  /**
   * Reads a node.
   *
   * @param outer column of the block collection that it is in
   * @param lines what stands before the first entry if it is a block collection
   */
  private Tree node(int outer, List<Line> lines) throws LeftAsIs {
    YamlEvent event = take();
    if (event.isEmpty()) {
      return Tree.NOTHING;
    }
    if (!text.substring(Math.min(gaps.at(), event.start()), event.start()).isBlank()) {
      throw new LeftAsIs(gaps.at(), Gaps.LONE_TAG);
    }
    gaps.moveTo(event.start());
    if (event.kind() == Kind.ALIAS) {
      gaps.moveTo(event.end());
      return new Scalar(
          "", text.substring(event.start(), event.end()), ScalarStyle.PLAIN, "", null);
    }
    String properties = properties(event);
    if (event.kind() == Kind.SCALAR) {
      return scalar(event, properties);
    }
    boolean mapping = event.kind() == Kind.MAPPING_START;
    if (!event.explicit()) {
      List<Line> first = new ArrayList<>(lines);
      strays.forEach(stray -> first.add(new Line(0, stray)));
      strays.clear();
      first.addAll(gaps.lines());
      return block(properties, mapping, outer, first);
    }
    boolean lone = mapping && (gaps.peek() != '{' || peek().start() == event.start());
    return lone ? lonePair(properties) : flow(properties, mapping);
  }

  private String properties(YamlEvent event) throws LeftAsIs {
    List<String> properties = new ArrayList<>();
    String anchor = event.anchor() == null ? null : "&" + event.anchor();
    int count = (anchor == null ? 0 : 1) + (event.tag() == null ? 0 : 1);
    while (properties.size() < count) {
      String property = gaps.peek() == '&' ? anchor : event.tag();
      if (property == null || !text.startsWith(property, gaps.at())) {
        throw new LeftAsIs(gaps.at(), "an anchor or a tag in an unusual place");
      }
      properties.add(property);
      gaps.moveTo(gaps.at() + property.length());
      if (event.kind() != Kind.SCALAR || gaps.at() < event.end()) {
        strays.addAll(texts(gaps.lines()));
      }
    }
    return String.join(" ", properties);
  }

  private Scalar scalar(YamlEvent event, String properties) throws LeftAsIs {
    int start = gaps.at();
    String raw = text.substring(start, Math.max(start, event.end()));
    ScalarStyle style = event.style() == null ? ScalarStyle.PLAIN : event.style();
    BlockText block = null;
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      block = BlockText.of(raw, event.value());
      if (block == null) {
        throw new LeftAsIs(start, "a block of blanks");
      }
      gaps.moveTo(start + block.length());
      if (!block.comment().isEmpty()) {
        gaps.note(block.comment());
      }
    } else {
      raw = raw.stripTrailing();
      gaps.moveTo(start + raw.length());
    }
    return new Scalar(properties, raw, style, event.value(), block);
  }

  private Collection block(String properties, boolean mapping, int outer, List<Line> lines)
      throws LeftAsIs {
    int column = gaps.column();
    List<Entry> entries = new ArrayList<>();
    List<Line> before = lines;
    while (peek().kind() != Kind.COLLECTION_END) {
      entries.add(mapping ? pair(column, texts(before)) : item(column, texts(before)));
      before = gaps.lines();
    }
    take();
    int own = 0;
    for (int i = 0; i < before.size(); i++) {
      int at = before.get(i).column();
      if (at >= column && at > outer) {
        own = i + 1;
      } else if (at >= 0) {
        break;
      }
    }
    gaps.keep(before.subList(own, before.size()));
    return new Collection(
        properties, mapping, Brackets.BLOCK, entries, texts(before.subList(0, own)));
  }

  private Entry item(int column, List<String> before) throws LeftAsIs {
    gaps.expect('-');
    return value(column, before, null);
  }

  private Entry pair(int column, List<String> before) throws LeftAsIs {
    if (gaps.peek() == '?' && (peek().isEmpty() || peek().start() > gaps.at())) {
      throw new LeftAsIs(gaps.at(), "a key behind `?`");
    }
    Tree key = node(column, List.of());
    strays.addAll(texts(gaps.lines()));
    gaps.expect(':');
    return value(column, before, key);
  }

  private Entry value(int column, List<String> before, @Nullable Tree key) throws LeftAsIs {
    List<String> inner = new ArrayList<>();
    String comment = gaps.comment();
    List<Line> lines = new ArrayList<>();
    boolean block = !peek().explicit() && isCollection(peek());
    if (block && comment != null && (peek().anchor() != null || peek().tag() != null)) {
      lines.add(new Line(0, comment));
      comment = null;
    }
    lines.addAll(peek().isEmpty() ? List.of() : gaps.lines());
    if (!block) {
      lines.stream().map(Line::text).filter(t -> !t.isEmpty()).forEach(inner::add);
    }
    if (comment != null || !inner.isEmpty()) {
      inner.add(0, comment == null ? "" : comment);
    }
    Tree value = node(column, block ? lines : List.of());
    String trailing = block ? null : gaps.comment();
    List<String> all = new ArrayList<>(before);
    strays.stream().filter(t -> !t.isEmpty()).forEach(all::add);
    strays.clear();
    return new Entry(all, true, key, inner, value, trailing);
  }

  private static boolean isCollection(YamlEvent event) {
    return event.kind() == Kind.SEQUENCE_START || event.kind() == Kind.MAPPING_START;
  }

  private Collection flow(String properties, boolean mapping) throws LeftAsIs {
    gaps.expect(mapping ? '{' : '[');
    List<Entry> entries = new ArrayList<>();
    List<String> before = new ArrayList<>();
    while (true) {
      before.addAll(texts(gaps.lines()));
      boolean broken = gaps.broken();
      if (peek().kind() == Kind.COLLECTION_END) {
        break;
      }
      Entry entry = mapping ? flowPair() : bare(null, node(-1, List.of()));
      String trailing = gaps.comment();
      List<String> behind = new ArrayList<>(texts(gaps.lines()));
      if (gaps.peek() == ',') {
        gaps.expect(',');
        String comment = gaps.comment();
        if (trailing == null && behind.isEmpty()) {
          trailing = comment;
        } else if (comment != null) {
          behind.add(comment);
        }
      }
      before.addAll(strays);
      strays.clear();
      entries.add(new Entry(before, broken, entry.key(), List.of(), entry.value(), trailing));
      before = behind;
    }
    take();
    gaps.expect(mapping ? '}' : ']');
    boolean comments = before.stream().anyMatch(line -> !line.isEmpty());
    return new Collection(
        properties, mapping, Brackets.FLOW, entries, comments ? before : List.of());
  }

  /** A pair without brackets of its own. */
  private Collection lonePair(String properties) throws LeftAsIs {
    Entry entry = flowPair();
    take();
    return new Collection(properties, true, Brackets.NONE, List.of(entry), List.of());
  }

  private Entry flowPair() throws LeftAsIs {
    if (gaps.peek() == '?' && (peek().isEmpty() || peek().start() > gaps.at())) {
      throw new LeftAsIs(gaps.at(), "a key behind `?`");
    }
    Tree key = node(-1, List.of());
    strays.addAll(texts(gaps.lines()));
    if (!peek().isEmpty() || gaps.peek() == ':') {
      gaps.expect(':');
      strays.addAll(peek().isEmpty() ? List.of() : texts(gaps.lines()));
    }
    return bare(key, node(-1, List.of()));
  }

  private static Entry bare(@Nullable Tree key, Tree value) {
    return new Entry(List.of(), false, key, List.of(), value, null);
  }
}
