package io.falcoj.runtime.template;

import io.falcoj.runtime.schema.FieldCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Output text to template. A token is {@code %}, an optional width in bytes, and the longest text
 * behind it that is a field or a transformer call. Upstream: {@code
 * userspace/libsinsp/eventformatter.cpp}.
 */
public final class TemplateParser {
  /** Far more than any line needs; keeps a typing error from asking for gigabytes. */
  static final int MAX_WIDTH = 65_535;

  private final String text;
  private final FieldCatalog catalog;
  private final String source;

  private TemplateParser(String text, FieldCatalog catalog, String source) {
    this.text = text;
    this.catalog = catalog;
    this.source = source;
  }

  /**
   * Parses an output text.
   *
   * @param source event source whose fields the text may name
   * @throws TemplateException at the first wrong token
   */
  public static OutputTemplate parse(String text, FieldCatalog catalog, String source)
      throws TemplateException {
    return new TemplateParser(text, catalog, source).parse();
  }

  /**
   * Looks for everything that is wrong.
   *
   * @param source event source whose fields the text may name
   * @param faults told of each wrong token
   * @return the text without its wrong tokens
   */
  public static OutputTemplate check(
      String text, FieldCatalog catalog, String source, Consumer<TemplateException> faults) {
    return new TemplateParser(text, catalog, source).recover(faults);
  }

  private OutputTemplate parse() throws TemplateException {
    List<TemplateException> faults = new ArrayList<>();
    OutputTemplate template = recover(faults::add);
    if (!faults.isEmpty()) {
      throw faults.get(0);
    }
    return template;
  }

  private OutputTemplate recover(Consumer<TemplateException> faults) {
    List<Segment> segments = new ArrayList<>();
    // A leading star asks for <NA> in place of absent values, which is what rules always get.
    int at = text.startsWith("*") ? 1 : 0;
    while (at < text.length()) {
      int percent = text.indexOf('%', at);
      int end = percent < 0 ? text.length() : percent;
      if (end > at) {
        segments.add(new Segment.Literal(text.substring(at, end)));
      }
      try {
        at = percent < 0 ? end : token(percent, segments);
      } catch (TemplateException e) {
        faults.accept(e);
        at = Math.max(percent + 1, Math.min(e.end(), text.length()));
      }
    }
    return new OutputTemplate(segments);
  }

  /** Adds the token whose percent sign stands at {@code percent}; returns where it ends. */
  private int token(int percent, List<Segment> segments) throws TemplateException {
    int at = percent + 1;
    if (at == text.length()) {
      throw new TemplateException(percent, at, "formatting cannot end with a %", null, false);
    }
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      throw new TemplateException(percent, at, "formatting cannot end with a number", null, false);
    }
    int width = at == percent + 1 ? 0 : width(percent, text.substring(percent + 1, at));
    FieldCatalog.Prefix field = catalog.longestPrefix(text, at, source);
    if (field != null) {
      segments.add(new Segment.Token(new Argument.Field(field.ref()), width));
      return field.end();
    }
    CallParser calls = new CallParser(text, percent, at, catalog, source);
    segments.add(new Segment.Token(calls.parse(), width));
    return calls.position();
  }

  private static int width(int percent, String digits) throws TemplateException {
    if (digits.length() > 9 || Integer.parseInt(digits) > MAX_WIDTH) {
      throw new TemplateException(
          percent,
          percent + 1 + digits.length(),
          "a width is at most " + MAX_WIDTH + " bytes",
          null,
          false);
    }
    return Integer.parseInt(digits);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
