package io.falcoj.compiler.format;

import io.falcoj.compiler.source.ScalarStyle;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a YAML file holds, as it is written, with its comments. */
sealed interface Tree {
  /** Anchor and tag, as written; empty when there are none. */
  String properties();

  /** Nothing written, the value of {@code key:}. */
  Scalar NOTHING = new Scalar("", "", ScalarStyle.PLAIN, "", null);

  /**
   * A scalar or an alias.
   *
   * @param raw as written, without properties
   * @param block null unless it is written as a block
   */
  record Scalar(
      String properties, String raw, ScalarStyle style, String value, @Nullable BlockText block)
      implements Tree {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    boolean isEmpty() {
      return raw.isEmpty() && properties.isEmpty();
    }

    /** Whether it stands for nothing where YAML tells kinds of plain texts apart. */
    boolean isNull() {
      return style == ScalarStyle.PLAIN && NULLS.contains(raw);
    }

    boolean isOneLine() {
      return raw.indexOf('\n') < 0;
    }
  }

  /**
   * A sequence or a mapping.
   *
   * @param brackets how it is enclosed
   * @param after comments behind the last entry
   */
  record Collection(
      String properties,
      boolean mapping,
      Brackets brackets,
      List<Entry> entries,
      List<String> after)
      implements Tree {
    public Collection {
      entries = List.copyOf(entries);
      after = List.copyOf(after);
    }
  }

  /** How a collection is enclosed. */
  enum Brackets {
    /** By its indentation. */
    BLOCK,
    /** By brackets. */
    FLOW,
    /** A pair by itself in a flow sequence. */
    NONE
  }

  /**
   * An item of a sequence, or a pair of a mapping.
   *
   * @param before comments on lines of their own, an empty text for an empty line
   * @param broken whether a line of the file begins with it
   * @param key null in sequences
   * @param inner comments between the dash or the colon and the value, the first of them on the
   *     line of the key or empty
   * @param trailing comment behind the value, or null
   */
  record Entry(
      List<String> before,
      boolean broken,
      @Nullable Tree key,
      List<String> inner,
      Tree value,
      @Nullable String trailing) {
    public Entry {
      before = List.copyOf(before);
      inner = List.copyOf(inner);
    }
  }

  /**
   * A document.
   *
   * @param before comments, directives and empty lines in front of its marker
   * @param marker the line of {@code ---} with its comment, or null
   * @param end the line of {@code ...} with what stands before it; empty without one
   */
  record Document(List<String> before, @Nullable String marker, Tree root, List<String> end) {
    public Document {
      before = List.copyOf(before);
      end = List.copyOf(end);
    }
  }

  /**
   * A file.
   *
   * @param after comments behind the last document
   */
  record Stream(List<Document> documents, List<String> after) {
    public Stream {
      documents = List.copyOf(documents);
      after = List.copyOf(after);
    }
  }
}
