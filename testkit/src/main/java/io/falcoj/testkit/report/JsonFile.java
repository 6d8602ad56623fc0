package io.falcoj.testkit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.function.Consumer;

/** Writes JSON, indented, of texts that can hold anything. */
final class JsonFile {
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  JsonFile() {
    try {
      json = new JsonFactory().createGenerator(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    printer.indentObjectsWith(LINES);
    printer.indentArraysWith(LINES);
    json.setPrettyPrinter(printer);
  }

  /** An object: the document, or one in an array. */
  JsonFile object(Runnable content) {
    return call(
        () -> {
          json.writeStartObject();
          content.run();
          json.writeEndObject();
        });
  }

  JsonFile object(String name, Runnable content) {
    call(() -> json.writeFieldName(name));
    return object(content);
  }

  <T> JsonFile array(String name, Collection<T> items, Consumer<T> item) {
    return call(
        () -> {
          json.writeArrayFieldStart(name);
          items.forEach(item);
          json.writeEndArray();
        });
  }

  JsonFile texts(String name, Collection<String> items) {
    return array(name, items, item -> call(() -> json.writeString(safe(item))));
  }

  JsonFile put(String name, String value) {
    return call(() -> json.writeStringField(name, safe(value)));
  }

  JsonFile put(String name, long value) {
    return call(() -> json.writeNumberField(name, value));
  }

  JsonFile put(String name, boolean value) {
    return call(() -> json.writeBooleanField(name, value));
  }

  /** A number in an array. */
  JsonFile number(long value) {
    return call(() -> json.writeNumber(value));
  }

  String document() {
    call(json::close);
    return text + "\n";
  }

  // A half of a pair has no form in UTF-8; everything else has one in JSON.
  private static String safe(String value) {
    return value.codePoints().anyMatch(JsonFile::isHalf)
        ? value
            .codePoints()
            .map(c -> isHalf(c) ? 0xfffd : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : value;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private interface Step {
    void run() throws IOException;
  }

  private JsonFile call(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }
}
