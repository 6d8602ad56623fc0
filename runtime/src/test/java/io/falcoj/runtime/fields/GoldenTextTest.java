package io.falcoj.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.abi.ParamRef;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.template.Argument;
import io.falcoj.runtime.template.Segment;
import io.falcoj.runtime.template.TemplateParser;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Compares the text of events, field by field, with the lines that the real engine printed. */
@Tag("corpus")
class GoldenTextTest {
  /**
   * Values that say nothing: a buffer that is empty prints what lay in memory, list order is that
   * of a hash table, and differences in time depend on which events were asked before.
   */
  private static final Set<String> UNDEFINED =
      Set.of("evt.buffer", "fd.types", "evt.deltatime", "thread.cpu");

  private static final ParamRef DIRECTORY = ParamRef.named("dirfd");

  private static final String NUMBER = "evt.num=";

  @TestFactory
  List<DynamicTest> linesAgree() throws IOException {
    Path folder = Corpus.file("golden-falco/text");
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(p -> p.toString().endsWith(".txt.gz"))
          .sorted()
          .map(p -> folder.relativize(p).toString().replace(".txt.gz", ""))
          .map(name -> DynamicTest.dynamicTest(name, () -> compare(name)))
          .toList();
    }
  }

  private static void compare(String name) throws Exception {
    List<String> lines = lines(name);
    List<Segment> format =
        TemplateParser.parse(
                lines.get(0).substring(2), FieldCatalog.standard(), EventSources.SYSCALL)
            .segments();
    Map<FieldRef, FieldReader> readers = new HashMap<>();
    Map<Long, String> expected = new HashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      int end = line.indexOf('|');
      expected.put(Long.parseLong(line.substring(NUMBER.length(), end)), line);
    }
    List<String> differences = new ArrayList<>();
    Replay.of(
        Corpus.capture(name),
        context -> {
          String line = expected.remove(context.eventNumber());
          if (line != null) {
            check(context, unescaped(line), format, readers, differences);
          }
        });
    assertThat(differences).isEmpty();
    assertThat(expected).isEmpty();
  }

  private static void check(
      MatchContext context,
      byte[] line,
      List<Segment> format,
      Map<FieldRef, FieldReader> readers,
      List<String> differences) {
    TextBuilder out = new TextBuilder().begin();
    int at = 0;
    boolean skipping = false;
    for (Segment segment : format) {
      String field = append(context, segment, readers, out);
      if (UNDEFINED.contains(field)) {
        skipping = true;
        out.begin();
        continue;
      }
      byte[] text = out.finish(new ByteSlice()).toBytes();
      out.begin();
      if (skipping) {
        at = indexOf(line, text, at);
        skipping = false;
      }
      if (!startsWith(line, at, text)) {
        if (!takesDirectoryForDescriptor(context, field) && !isOfOtherMachine(field, text)) {
          differences.add(difference(context, field, line, at, text));
        }
        return;
      }
      at += text.length;
    }
  }

  /** Appends a part of the line; returns the field's text, or nothing for literal text. */
  private static String append(
      MatchContext context, Segment segment, Map<FieldRef, FieldReader> readers, TextBuilder out) {
    if (segment instanceof Segment.Token token
        && token.value() instanceof Argument.Field argument) {
      FieldReader reader = readers.computeIfAbsent(argument.field(), FieldReader::of);
      if (!reader.appendText(context, out)) {
        out.append("<NA>");
      }
      return argument.field().text();
    }
    out.append(((Segment.Literal) segment).text());
    return "";
  }

  /**
   * Asking {@code evt.abspath} makes the real engine take the directory for the event's descriptor,
   * for the fields that are asked after it.
   */
  private static boolean takesDirectoryForDescriptor(MatchContext context, String field) {
    int position = DIRECTORY.position(context.event().code());
    return (field.startsWith("fd.") || field.startsWith("fs.path."))
        && context.event().has(position)
        && context.event().number(position) >= 0;
  }

  /** The real engine asked the machine that it ran on for users that the capture does not name. */
  private static boolean isOfOtherMachine(String field, byte[] text) {
    return (field.startsWith("user.") || field.startsWith("group."))
        && new String(text, StandardCharsets.UTF_8).equals("<NA>");
  }

  private static int indexOf(byte[] line, byte[] text, int from) {
    String rest = new String(line, from, line.length - from, StandardCharsets.ISO_8859_1);
    return from + Math.max(0, rest.indexOf(new String(text, StandardCharsets.ISO_8859_1)));
  }

  private static boolean startsWith(byte[] line, int at, byte[] text) {
    return at + text.length <= line.length
        && Arrays.equals(line, at, at + text.length, text, 0, text.length);
  }

  private static String difference(
      MatchContext context, String field, byte[] line, int at, byte[] text) {
    int length = Math.min(line.length - at, text.length + 40);
    return context.eventNumber()
        + " "
        + context.event().type().id()
        + " "
        + field
        + ": was '"
        + new String(text, StandardCharsets.UTF_8)
        + "', expected '"
        + new String(line, at, length, StandardCharsets.UTF_8);
  }

  /** The corpus writes a backslash, line ends, tabs and odd bytes with escapes. */
  private static byte[] unescaped(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\\') {
        out.write(bytes[i]);
        continue;
      }
      i++;
      switch (bytes[i]) {
        case 'n' -> out.write('\n');
        case 'r' -> out.write('\r');
        case 't' -> out.write('\t');
        case 'x' -> {
          String hex = new String(bytes, i + 1, 2, StandardCharsets.US_ASCII);
          out.write(Integer.parseInt(hex, 16));
          i += 2;
        }
        default -> out.write(bytes[i]);
      }
    }
    return out.toByteArray();
  }

  private static List<String> lines(String name) throws IOException {
    Path file = Corpus.file("golden-falco/text/" + name + ".txt.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
