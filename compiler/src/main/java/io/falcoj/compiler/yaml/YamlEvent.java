package io.falcoj.compiler.yaml;

import io.falcoj.compiler.diag.Diagnostics;
import io.falcoj.compiler.source.ScalarStyle;
import io.falcoj.compiler.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * One step through the YAML of a file, for those who care about how it is written.
 *
 * @param start offset of its first character; an anchor or a tag comes first
 * @param end offset behind its last character
 * @param explicit whether markers, or brackets of a flow collection, stand in the file
 * @param anchor name of the anchor or of what an alias points at, or null
 * @param tag as it is written, or null
 * @param style null but for scalars
 * @param value decoded text of a scalar, else empty
 */
public record YamlEvent(
    Kind kind,
    int start,
    int end,
    boolean explicit,
    @Nullable String anchor,
    @Nullable String tag,
    @Nullable ScalarStyle style,
    String value) {
  private static final Pattern BEFORE_TAG = Pattern.compile("(?:&\\S*)?(?:\\s++|#[^\n]*+)*+");

  /** What begins or ends. */
  public enum Kind {
    DOCUMENT_START,
    DOCUMENT_END,
    SEQUENCE_START,
    MAPPING_START,
    COLLECTION_END,
    SCALAR,
    ALIAS
  }

  /** The events of a file, or none after an error. */
  public static List<YamlEvent> read(SourceFile file, Diagnostics diags) {
    ScalarDecoder scalars = new ScalarDecoder(file);
    List<YamlEvent> events = new ArrayList<>();
    for (Event event : YamlDocuments.parse(scalars, diags)) {
      Kind kind = kind(event);
      if (kind != null) {
        events.add(of(kind, event, scalars));
      }
    }
    return events;
  }

  private static @Nullable Kind kind(Event event) {
    return switch (event.getEventId()) {
      case DocumentStart -> Kind.DOCUMENT_START;
      case DocumentEnd -> Kind.DOCUMENT_END;
      case SequenceStart -> Kind.SEQUENCE_START;
      case MappingStart -> Kind.MAPPING_START;
      case SequenceEnd, MappingEnd -> Kind.COLLECTION_END;
      case Scalar -> Kind.SCALAR;
      case Alias -> Kind.ALIAS;
      case StreamStart, StreamEnd, Comment -> null;
    };
  }

  private static YamlEvent of(Kind kind, Event event, ScalarDecoder scalars) {
    ScalarEvent scalar = event instanceof ScalarEvent s ? s : null;
    int start = scalars.offset(event.getStartMark());
    int end = scalars.offset(event.getEndMark());
    int tagStart = isTagged(event) ? tagStart(scalars.file().text(), start) : -1;
    String tag = tagStart < 0 ? null : Tags.at(scalars.file().text(), tagStart);
    return new YamlEvent(
        kind,
        start,
        tag == null ? end : Math.max(end, tagStart + tag.length()),
        isExplicit(event),
        event instanceof NodeEvent node ? node.getAnchor() : null,
        tag,
        scalar == null ? null : ScalarDecoder.style(scalar.getScalarStyle()),
        scalar == null ? "" : scalar.getValue());
  }

  private static boolean isExplicit(Event event) {
    return (event instanceof DocumentStartEvent start && start.getExplicit())
        || (event instanceof DocumentEndEvent end && end.getExplicit())
        || (event instanceof CollectionStartEvent collection && collection.isFlow());
  }

  private static boolean isTagged(Event event) {
    return (event instanceof ScalarEvent scalar && scalar.getTag() != null)
        || (event instanceof CollectionStartEvent collection && collection.getTag() != null);
  }

  /** Where the first tag is; an anchor and comments may come before. */
  private static int tagStart(String text, int start) {
    Matcher before = BEFORE_TAG.matcher(text).region(start, text.length());
    return before.lookingAt() ? before.end() : -1;
  }

  /** Whether nothing is written: the value of {@code key:}. */
  public boolean isEmpty() {
    return kind == Kind.SCALAR && start == end;
  }
}
