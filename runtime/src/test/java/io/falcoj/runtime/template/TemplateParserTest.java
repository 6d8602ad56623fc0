package io.falcoj.runtime.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.schema.FieldCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TemplateParserTest {
  @TestFactory
  List<DynamicTest> templates() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(TemplateParserTest.class.getResourceAsStream("templates.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(
              row ->
                  DynamicTest.dynamicTest(
                      row[1], () -> assertThat(print(row[1], row[0])).isEqualTo(row[2])))
          .toList();
    }
  }

  @Test
  void namesEveryFieldOnceAlsoInsideCalls() throws TemplateException {
    OutputTemplate template =
        TemplateParser.parse(
            "%toupper(proc.name) %fd.name %proc.name", FieldCatalog.standard(), "syscall");
    assertThat(template.fields()).extracting("text").containsExactly("fd.name", "proc.name");
  }

  @Test
  void findsEveryWrongTokenAndTheTextAroundThem() {
    String text = "%proc.nmae a %proc.name %touper(proc.name) % b %proc.pid %join(x";
    List<String> wrong = new ArrayList<>();
    OutputTemplate template =
        TemplateParser.check(
            text,
            FieldCatalog.standard(),
            "syscall",
            e -> wrong.add(text.substring(e.start(), e.end())));
    assertThat(wrong).containsExactly("%proc.nmae", "%touper", "%", "%join(x");
    assertThat(template.fields()).extracting("text").containsExactly("proc.name", "proc.pid");
  }

  @Test
  void refusesCallsNestedWithoutEnd() {
    String text = "%" + "tolower(".repeat(100_000);
    assertThat(print(text, "syscall")).startsWith("error 0 calls are nested");
  }

  private static String print(String text, String source) {
    try {
      return TemplateParser.parse(text, FieldCatalog.standard(), source).segments().stream()
          .map(TemplateParserTest::print)
          .collect(Collectors.joining(" "));
    } catch (TemplateException e) {
      return "error " + e.start() + " " + e.getMessage();
    }
  }

  private static String print(Segment segment) {
    if (segment instanceof Segment.Literal literal) {
      return "'" + literal.text() + "'";
    }
    Segment.Token token = (Segment.Token) segment;
    return print(token.value()) + (token.width() == 0 ? "" : ":" + token.width());
  }

  private static String print(Argument argument) {
    if (argument instanceof Argument.Field field) {
      return field.field().text();
    }
    if (argument instanceof Argument.Text text) {
      return '"' + text.text() + '"';
    }
    if (argument instanceof Argument.Items list) {
      return "(" + printAll(list.items()) + ")";
    }
    Argument.Call call = (Argument.Call) argument;
    return call.transformer().label()
        + "("
        + printAll(call.arguments())
        + ")"
        + (call.selector() == null ? "" : "[" + call.selector() + "]");
  }

  private static String printAll(List<Argument> arguments) {
    return arguments.stream().map(TemplateParserTest::print).collect(Collectors.joining(","));
  }
}
