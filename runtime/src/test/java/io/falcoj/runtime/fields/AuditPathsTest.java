package io.falcoj.runtime.fields;

import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.Corpus;
import io.falcoj.runtime.abi.MatchContext;
import io.falcoj.runtime.decode.AuditDecoder;
import io.falcoj.runtime.decode.AuditEvent;
import io.falcoj.runtime.event.RawEvent;
import io.falcoj.runtime.json.JsonPaths;
import io.falcoj.runtime.schema.EventSources;
import io.falcoj.runtime.schema.FieldCatalog;
import io.falcoj.runtime.schema.FieldClass;
import io.falcoj.runtime.schema.FieldDef;
import io.falcoj.runtime.schema.FieldException;
import io.falcoj.runtime.schema.FieldRef;
import io.falcoj.runtime.source.SourceHandler;
import io.falcoj.runtime.source.audit.AuditLogOptions;
import io.falcoj.runtime.source.audit.AuditReader;
import io.falcoj.runtime.value.ByteSlice;
import io.falcoj.runtime.value.TextBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An index of the paths that fields look at gives the values that an index of everything gives. */
class AuditPathsTest {
  private static final String STAMP = "'auditID':'a','stageTimestamp':'2026-01-02T03:04:05Z'";

  /** Arrays, values and keys where nobody expects them. */
  private static final List<String> STRANGE =
      List.of(
          "{" + STAMP + "}",
          "{'stageTimestamp':'2026-01-02T03:04:05Z','verb':'get'}",
          "{" + STAMP + ",'user':{},'user':{'username':'second'}}",
          "{" + STAMP + ",'user':{'username':'first','username':'second','groups':['a','b']}}",
          "{" + STAMP + ",'\\u0075ser':{'user\\u006eame':'escaped','groups':[]}}",
          "{" + STAMP + ",'user':[{'username':'in an array'}],'objectRef':7,'verb':null}",
          "{"
              + STAMP
              + ",'objectRef':{'resource':'pods'},'responseObject':{'metadata':{'name':1}}}",
          "{" + STAMP + ",'requestObject':{'spec':[{'containers':[{'image':'a:1'}]},{}]}}",
          "{"
              + STAMP
              + ",'requestObject':{'spec':{'containers':[[{'image':'a'}],{'image':'b'},5]}}}",
          "{" + STAMP + ",'requestObject':{'spec':{'containers':{'image':'x','ports':{}}}}}",
          "{"
              + STAMP
              + ",'requestObject':{'subjects':[{'kind':'User','name':'u'},7,{'kind':'Group',"
              + "'name':'g','namespace':'n'}],'rules':[{'verbs':['*'],'apiGroups':''},{'verbs':'x'}],"
              + "'data':{'k':{'deep':[1,{'x':2}]}},'spec':{'volumes':[{'name':'v','hostPath':{'path':"
              + "'/etc'},'x':[]},{'flexVolume':{'driver':'d'}}],'ports':[{'port':1}]}}}",
          "{" + STAMP + ",'a':{'b':[10,{'c':[]},'x'],'':{'0':'zero'}},'sourceIPs':['1.2.3.4']}");

  private final List<FieldRef> fields = fields();

  @Test
  void ofStrangeEvents() throws Exception {
    for (String text : STRANGE) {
      compare(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void ofRecordedEvents() throws Exception {
    int files = 0;
    for (String folder : List.of("k8s_audit", "psp")) {
      try (Stream<Path> all = Files.list(Corpus.file("k8s_audit/falco-tests/" + folder))) {
        for (Path file : all.sorted().toList()) {
          compare(Files.readAllBytes(file));
          files++;
        }
      }
    }
    System.out.printf("values by paths: %d fields of %d logs agree%n", fields.size(), files);
  }

  @Test
  void aPathThatWasNotForeseenIsLearned() throws Exception {
    AuditEvent event = new AuditEvent();
    List<String> values = new ArrayList<>();
    FieldRef verb = resolve("ka.verb");
    byte[] log =
        ("{" + STAMP + ",'verb':'get'}\n")
            .repeat(600)
            .replace('\'', '"')
            .getBytes(StandardCharsets.UTF_8);
    read(log, event, () -> values.add(value(verb, event)));
    assertThat(values).hasSize(600).containsOnly("get");
    assertThat(event.wanted().all()).hasSize(1);
  }

  @Test
  void fieldsOfSystemCallsLookAtNoPath() throws Exception {
    assertThat(AuditPaths.of(List.of(resolve("evt.num"))).all()).isEmpty();
    assertThat(AuditPaths.of(List.of(resolve("ka.user.name"))).all()).hasSize(1);
  }

  private void compare(byte[] log) throws Exception {
    JsonPaths all = AuditPaths.of(fields);
    for (FieldRef field : fields) {
      JsonPaths own = AuditPaths.of(List.of(field));
      List<String> expected = new ArrayList<>();
      AuditEvent whole = new AuditEvent();
      AuditDecoder decoder = new AuditDecoder();
      new AuditReaderRun(log)
          .read(
              raw -> {
                RawEvent plain =
                    new RawEvent().wrap(raw.buffer(), raw.offset(), raw.length(), 0, 0);
                decoder.decode(plain, whole, 1);
                expected.add(value(field, whole));
              });
      for (JsonPaths paths : List.of(own, all)) {
        AuditEvent event = new AuditEvent();
        event.want(paths);
        List<String> values = new ArrayList<>();
        read(log, event, () -> values.add(value(field, event)));
        String what = field.text() + " of " + new String(log, StandardCharsets.UTF_8);
        assertThat(values).as(what).isEqualTo(expected);
        assertThat(event.wanted()).as(what).isSameAs(paths);
      }
    }
  }

  private static void read(byte[] log, AuditEvent event, Runnable each) throws Exception {
    AuditDecoder decoder = new AuditDecoder();
    new AuditReaderRun(log)
        .read(
            new SourceHandler() {
              @Override
              public void event(RawEvent raw) {
                assertThat(raw.document()).isNotNull();
                decoder.decode(raw, event, 1);
                each.run();
              }

              @Override
              public JsonPaths wantedPaths() {
                return event.wanted();
              }
            });
  }

  private record AuditReaderRun(byte[] log) {
    void read(SourceHandler handler) throws Exception {
      AuditReader reader = new AuditReader(AuditLogOptions.DEFAULT);
      reader.open(new ByteArrayInputStream(kinds()), Long.MAX_VALUE);
      while (reader.read(256, handler) == 256) {
        // All of it.
      }
    }

    /** The strange events have no kind of their own, as items of a list. */
    private byte[] kinds() {
      String text = new String(log, StandardCharsets.UTF_8);
      return text.contains("\"kind\"") && !text.startsWith("{\"auditID\":\"a\"")
          ? log
          : ("{\"kind\":\"EventList\",\"items\":[" + text.strip().replace("}\n{", "},{") + "]}")
              .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String value(FieldRef field, AuditEvent event) {
    MatchContext context = new MatchContext(event);
    context.begin();
    TextBuilder text = new TextBuilder().begin();
    boolean present = BoundField.of(field).appendText(context, text);
    return present ? text.finish(new ByteSlice()).toString() : "(absent)";
  }

  private static List<FieldRef> fields() {
    Set<FieldRef> refs = new LinkedHashSet<>();
    for (FieldDef def : FieldCatalog.standard().all()) {
      if (def.fieldClass() == FieldClass.KA || def.fieldClass() == FieldClass.JSON) {
        List<String> args =
            switch (def.arg()) {
              case NONE -> List.of("");
              case INDEX -> List.of("[0]", "[1]");
              case POINTER ->
                  List.of("[/user/username]", "[/a/b/1/c]", "[/a//0]", "[/requestObject/spec]");
              default -> List.of("[timeout]", "[/etc]");
            };
        args.forEach(arg -> refs.add(resolve(def.name() + arg)));
      }
    }
    return List.copyOf(refs);
  }

  private static FieldRef resolve(String text) {
    try {
      FieldRef ref = FieldCatalog.standard().resolve(text, EventSources.K8S_AUDIT);
      assertThat(ref).as(text).isNotNull();
      return ref;
    } catch (FieldException e) {
      throw new AssertionError(text, e);
    }
  }
}
