package io.falcoj.runtime.template;

import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.Transformer;
import io.falcoj.runtime.schema.names.EditDistance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses a transformer call inside an output text, and checks the types of its arguments. */
final class CallParser {
  private static final int MAX_DEPTH = 100;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(?=\\()");
  private static final Pattern NUMBER =
      Pattern.compile("0[xX][0-9a-fA-F]++|[+-]?[0-9]++\\.?[0-9]*+(?:[eE][+-][0-9]++)?");
  private static final Pattern SELECTOR = Pattern.compile("[^\\]\\[\"'\\s]++");
  private static final Pattern UNKNOWN = Pattern.compile("[A-Za-z0-9_.]*");

  private final String text;
  private final int percent;
  private final FieldCatalog catalog;
  private final String source;
  private int at;

  /**
   * @param percent where the token begins
   * @param start where the call does
   */
  CallParser(String text, int percent, int start, FieldCatalog catalog, String source) {
    this.text = text;
    this.percent = percent;
    this.at = start;
    this.catalog = catalog;
    this.source = source;
  }

  /** Where the call ends, once parsed. */
  int position() {
    return at;
  }

  Argument parse() throws TemplateException {
    String name = find(NAME);
    if (name == null) {
      throw unknown();
    }
    at += name.length();
    return call(name, 0);
  }

  /** The rest of a call whose name, not its bracket, was read. */
  private Argument call(String name, int depth) throws TemplateException {
    Transformer transformer = Transformer.named(name);
    if (transformer == null) {
      String nearest = EditDistance.nearest(name, Transformer.labels());
      String hint = nearest == null ? null : EditDistance.didYouMean(nearest);
      throw unknown("no transformer `" + name + "`", hint);
    }
    if (depth == MAX_DEPTH) {
      throw unknown("calls are nested deeper than " + MAX_DEPTH);
    }
    at++;
    List<Argument> arguments = new ArrayList<>();
    do {
      blank();
      arguments.add(argument(depth));
      blank();
    } while (skip(','));
    expect(')', "closing `" + name + "`");
    if (arguments.size() == 1
        && arguments.get(0) instanceof Argument.Field field
        && field.field().def().has(FieldDef.FieldFlag.NO_TRANSFORMER)) {
      throw unknown("field `" + field.field().text() + "` does not support transformers");
    }
    String selector = selector();
    List<Transformer.Operand> types = arguments.stream().map(Argument::operand).toList();
    try {
      return new Argument.Call(
          transformer, arguments, selector, transformer.result(types, selector));
    } catch (Transformer.ArgumentException e) {
      throw unknown(e.getMessage());
    }
  }

  private Argument argument(int depth) throws TemplateException {
    if (skip('(')) {
      return items(depth);
    }
    return single(depth);
  }

  private Argument items(int depth) throws TemplateException {
    List<Argument> items = new ArrayList<>();
    blank();
    if (skip(')')) {
      return new Argument.Items(items);
    }
    do {
      blank();
      Argument item = single(depth);
      Transformer.Operand operand = item.operand();
      boolean number = operand.type().isNumeric() && !operand.list();
      if (operand.type() != Transformer.Operand.TEXT.type() && !number) {
        throw unknown("a list holds texts and numbers");
      }
      items.add(item);
      blank();
    } while (skip(','));
    expect(')', "closing the list");
    return new Argument.Items(items);
  }

  private Argument single(int depth) throws TemplateException {
    String number = find(NUMBER);
    if (number != null) {
      at += number.length();
      return new Argument.Text(number);
    }
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      return new Argument.Text(quoted());
    }
    String name = find(NAME);
    if (name != null) {
      at += name.length();
      return call(name, depth + 1);
    }
    FieldCatalog.Prefix field = catalog.longestPrefix(text, at, source);
    if (field == null) {
      throw unknown();
    }
    FieldDef.Shape shape = field.ref().def().shape();
    if (shape != FieldDef.Shape.SINGLE && shape != FieldDef.Shape.LIST) {
      throw unknown("field `" + field.ref().text() + "` does not support transformers");
    }
    at = field.end();
    return new Argument.Field(field.ref());
  }

  private String quoted() throws TemplateException {
    QuotedText quoted = QuotedText.read(text, at);
    if (quoted.error() != null) {
      throw unknown(quoted.error());
    }
    at = quoted.end();
    return quoted.text();
  }

  private @Nullable String selector() throws TemplateException {
    if (!skip('[')) {
      return null;
    }
    String selector;
    if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
      selector = quoted();
    } else {
      selector = find(SELECTOR);
      if (selector == null) {
        throw unknown("expected an argument in the brackets");
      }
      at += selector.length();
    }
    expect(']', "closing the argument");
    return selector;
  }

  private void blank() {
    while (at < text.length() && " \t\b\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean skip(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted, String what) throws TemplateException {
    if (!skip(wanted)) {
      throw unknown("expected a '" + wanted + "' " + what);
    }
  }

  private @Nullable String find(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    return matcher.lookingAt() ? matcher.group() : null;
  }

  private TemplateException unknown() {
    String name = find(UNKNOWN);
    if (name == null || name.isEmpty()) {
      String hint = at == percent + 1 ? "a plain percent sign cannot be written" : null;
      return unknown("expected a field or a transformer behind the %", hint);
    }
    at += name.length();
    try {
      catalog.resolve(name, source);
    } catch (FieldException e) {
      return unknown(e.getMessage());
    }
    return unknown("no field `" + name + "`", catalog.hint(name, source));
  }

  private TemplateException unknown(@Nullable String problem) {
    return unknown(problem, null);
  }

  private TemplateException unknown(@Nullable String problem, @Nullable String hint) {
    return new TemplateException(
        percent, Math.max(at, percent + 1), String.valueOf(problem), hint, true);
  }
}
