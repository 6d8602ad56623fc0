package io.falcoj.runtime.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.fields.FieldReader;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the text of events, field by field, with the lines that the real engine printed. Every
 * difference has one of the reasons of {@link KnownFault}.
 */
@Tag("corpus")
class GoldenTextTest {
  /** Differences in time depend on which events were asked before, CPU use on the machine. */
  private static final Set<String> UNDEFINED = Set.of("evt.deltatime", "thread.cpu");

  /** Order of its values is that of a hash table. */
  private static final String UNORDERED = "fd.types";

  private static final String NUMBER = "evt.num=";
  private static final Map<String, FieldTally> TALLIES = new LinkedHashMap<>();

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

  @AfterAll
  static void report() {
    if (!TALLIES.isEmpty()) {
      FieldFigures.report("golden-falco/text", TALLIES.values());
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
            String where = name + " " + context.eventNumber();
            check(context, where, unescaped(line), format, readers, differences);
          }
        });
    assertThat(differences).isEmpty();
    assertThat(expected).isEmpty();
  }

  /** Compares what stands between the literal parts of the format. */
  private static void check(
      MatchContext context,
      String where,
      String line,
      List<Segment> format,
      Map<FieldRef, FieldReader> readers,
      List<String> differences) {
    int at = 0;
    for (int i = 0; i < format.size(); i++) {
      if (format.get(i) instanceof Segment.Literal literal) {
        at = line.indexOf(literal.text(), at) + literal.text().length();
        continue;
      }
      boolean last = i + 1 == format.size();
      int end =
          last ? line.length() : line.indexOf(((Segment.Literal) format.get(i + 1)).text(), at);
      FieldRef field = ((Argument.Field) ((Segment.Token) format.get(i)).value()).field();
      String expected = line.substring(at, end);
      if (!UNDEFINED.contains(field.text())) {
        String actual = text(context, readers.computeIfAbsent(field, FieldReader::of));
        compare(context, where, field.text(), expected, actual, differences);
      }
      at = end;
    }
  }

  private static void compare(
      MatchContext context,
      String where,
      String field,
      String expected,
      String actual,
      List<String> differences) {
    boolean unordered = field.equals(UNORDERED);
    Object one = unordered ? items(expected) : expected;
    Object other = unordered ? items(actual) : actual;
    boolean equal = one.equals(other);
    KnownFault fault = equal ? null : KnownFault.of(context, field, actual);
    TALLIES.computeIfAbsent(field, FieldTally::new).compare(where, one, other, fault);
    if (!equal && fault == null) {
      differences.add("%s %s: was '%s', expected '%s'".formatted(where, field, actual, expected));
    }
  }

  private static Set<String> items(String list) {
    return Set.of(list.replaceAll("[()]", "").split(","));
  }

  /** The text, one character for each byte. */
  private static String text(MatchContext context, FieldReader reader) {
    TextBuilder out = new TextBuilder().begin();
    if (!reader.appendText(context, out)) {
      out.append("<NA>");
    }
    return new String(out.finish(new ByteSlice()).toBytes(), StandardCharsets.ISO_8859_1);
  }

  /** The line, one character for each byte; the corpus escapes line ends, tabs and odd bytes. */
  private static String unescaped(String line) {
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
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(String name) throws IOException {
    Path file = Corpus.file("golden-falco/text/" + name + ".txt.gz");
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
