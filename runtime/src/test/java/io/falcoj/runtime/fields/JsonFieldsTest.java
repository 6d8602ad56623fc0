package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.AuditContext.key;
import static io.falcoj.runtime.fields.AuditContext.raw;
import static io.falcoj.runtime.fields.AuditContext.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.audit.JsonFields;
import org.junit.jupiter.api.Test;

class JsonFieldsTest {
  private static final String DOCUMENT =
      "{ 'stageTimestamp' : '1970-01-01T00:00:01Z', 'list':[{'n':1,'f':2.50}], '~/x':'a\\'b',"
          + " 'e':{}, 'f':[ ], 'g':[1, {'h':'i j'}]}";

  @Test
  void pointers() {
    assertThat(value("/list/0/n")).isEqualTo("1");
    assertThat(value("list/0/f")).isEqualTo("2.50");
    assertThat(value("/~0~1x")).isEqualTo("a\"b");
    assertThat(value("/list")).isEqualTo("[{\"n\":1,\"f\":2.50}]");
    assertThat(value("/list/1")).isNull();
    assertThat(value("/list/x")).isNull();
    assertThat(value("/list/0/n/x")).isNull();
    assertThat(value("/missing")).isNull();
  }

  @Test
  void anEmptyPointerGivesTheWholeDocument() {
    assertThat(value("")).startsWith("{\"stageTimestamp\":\"1970").endsWith("{\"h\":\"i j\"}]}");
  }

  @Test
  void theWholeDocumentIndented() {
    assertThat(text(JsonFields.obj(raw(DOCUMENT))))
        .isEqualTo(
            """
            {
              "stageTimestamp": "1970-01-01T00:00:01Z",
              "list": [
                {
                  "n": 1,
                  "f": 2.50
                }
              ],
              "~/x": "a\\"b",
              "e": {},
              "f": [],
              "g": [
                1,
                {
                  "h": "i j"
                }
              ]
            }""");
  }

  @Test
  void theTime() {
    assertThat(text(JsonFields.rawtime(raw(DOCUMENT)))).isEqualTo("1000000000");
  }

  @Test
  void anEventNeedsNoIdForThese() {
    assertThat(value("/stageTimestamp")).isEqualTo("1970-01-01T00:00:01Z");
  }

  private static String value(String pointer) {
    return text(JsonFields.value(raw(DOCUMENT), key(pointer)));
  }
}
