package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.AuditContext.key;
import static io.falcoj.runtime.fields.AuditContext.of;
import static io.falcoj.runtime.fields.AuditContext.raw;
import static io.falcoj.runtime.fields.AuditContext.text;
import static io.falcoj.runtime.fields.AuditContext.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.audit.KaFields;
import io.falcoj.runtime.fields.audit.KaRequestFields;
import org.junit.jupiter.api.Test;

class KaFieldsTest {
  @Test
  void textsAreThoseOfTheDocument() {
    assertThat(text(KaFields.verb(of("'verb':'create'")))).isEqualTo("create");
    assertThat(text(KaFields.userName(of("'user':{'username':'a\\u00e9\\n'}")))).isEqualTo("aé\n");
    assertThat(text(KaFields.verb(of("'verb':''")))).isEmpty();
    assertThat(text(KaFields.verb(of("'verb':'a\\u0000b'")))).isEqualTo("a");
  }

  @Test
  void surrogates() {
    assertThat(text(KaFields.verb(of("'verb':'\\ud83d\\ude00'")))).isEqualTo("\uD83D\uDE00");
    assertThat(text(KaFields.verb(of("'verb':'\\ud83dx'")))).isEqualTo("\\ud83dx");
    assertThat(text(KaFields.verb(of("'verb':'\\ud83d\\u0041b'")))).isEqualTo("\uFFFDb");
  }

  @Test
  void otherValuesAreJsonWithoutBlanks() {
    assertThat(text(KaFields.responseCode(of("'responseStatus':{'code': 201}")))).isEqualTo("201");
    assertThat(text(KaFields.verb(of("'verb':null")))).isEqualTo("null");
    assertThat(
            text(KaRequestFields.configmapData(of("'requestObject':{'data':{'a' : ['x y', 1 ]}}"))))
        .isEqualTo("{\"a\":[\"x y\",1]}");
  }

  @Test
  void missingValuesAreAbsent() {
    assertThat(KaFields.targetSubresource(of("'objectRef':{'resource':'pods'}"))).isNull();
    assertThat(KaFields.targetSubresource(of("'objectRef':7"))).isNull();
    assertThat(KaFields.userGroups(of("'user':{'groups':[]}"))).isNull();
    assertThat(KaFields.userGroups(of("'user':{'groups':'one'}"))).isNull();
  }

  @Test
  void annotationsHaveDotsAndSlashesInTheirKeys() {
    assertThat(
            text(
                KaFields.authDecision(
                    of("'annotations':{'authorization.k8s.io/decision':'allow'}"))))
        .isEqualTo("allow");
  }

  @Test
  void withoutAnIdEveryFieldIsAbsent() {
    assertThat(KaFields.verb(raw("{'stageTimestamp':'2026-01-02T03:04:05Z','verb':'get'}")))
        .isNull();
  }

  @Test
  void ofEqualKeysTheFirstCounts() {
    assertThat(text(KaFields.verb(of("'verb':'get','verb':'list'")))).isEqualTo("get");
  }

  @Test
  void keysMayBeEscaped() {
    assertThat(text(KaFields.verb(of("'v\\u0065rb':'get'")))).isEqualTo("get");
  }

  @Test
  void sourceAddresses() {
    assertThat(texts(KaFields.sourceIps(of("'sourceIPs':['10.0.0.1','::1']"))))
        .containsExactly("10.0.0.1", "::1");
    assertThat(texts(KaFields.sourceIps(of("'sourceIPs':['10.0.0.1','::1']"), 1)))
        .containsExactly("::1");
    assertThat(KaFields.sourceIps(of("'sourceIPs':['10.0.0.1']"), 1)).isNull();
  }

  @Test
  void podNameOnlyForWholePods() {
    String response = ",'responseObject':{'metadata':{'name':'web'}}";
    assertThat(text(KaFields.targetPodName(of("'objectRef':{'resource':'pods'}" + response))))
        .isEqualTo("web");
    assertThat(
            KaFields.targetPodName(
                of("'objectRef':{'resource':'pods','subresource':'exec'}" + response)))
        .isNull();
    assertThat(KaFields.targetPodName(of("'objectRef':{'resource':'jobs'}" + response))).isNull();
  }

  @Test
  void queryParameters() {
    assertThat(parameter("/api?command=ls&command=-l&x=%2Fa+b", "command")).isEqualTo("ls");
    assertThat(parameter("/api?command=ls&x=%2Fa+b", "x")).isEqualTo("/a b");
    assertThat(parameter("/api?a%20b=1", "a b")).isEqualTo("1");
    assertThat(parameter("/api?flag", "flag")).isEmpty();
    assertThat(parameter("/api?a=1#?b=2", "b")).isNull();
    assertThat(parameter("/api", "a")).isNull();
  }

  @Test
  void aDamagedQueryHasNoParameters() {
    assertThat(parameter("/api?a=1&b=%zz", "a")).isNull();
    assertThat(parameter("/api?a=1;b=2", "a")).isNull();
    assertThat(parameter("/a%2?a=1", "a")).isNull();
  }

  private static String parameter(String uri, String name) {
    return text(KaFields.uriParam(of("'requestURI':'" + uri + "'"), key(name)));
  }

  @Test
  void subjectsByKind() {
    String subjects =
        "'requestObject':{'subjects':[{'kind':'User','name':'eve'},{'kind':'Group','name':'g'},"
            + "{'kind':'ServiceAccount','name':'sa','namespace':'ns'},"
            + "{'kind':'ServiceAccount','name':'lost'},{'kind':'User'}],'roleRef':{'name':'admin'}}";
    assertThat(texts(KaRequestFields.subjectUsers(of(subjects)))).containsExactly("eve");
    assertThat(texts(KaRequestFields.subjectGroups(of(subjects)))).containsExactly("g");
    assertThat(texts(KaRequestFields.subjectServiceAccounts(of(subjects))))
        .containsExactly("sa", "lost");
    assertThat(texts(KaRequestFields.subjectNamespacedServiceAccounts(of(subjects))))
        .containsExactly("ns:sa");
    assertThat(text(KaRequestFields.bindingRole(of(subjects)))).isEqualTo("admin");
    assertThat(KaRequestFields.subjectUsers(of("'requestObject':{'subjects':[]}"))).isNull();
  }

  @Test
  void rulesOfRoles() {
    String rules =
        "'requestObject':{'rules':[{'verbs':['get','list'],'resources':['pods']},"
            + "{'nonResourceURLs':['/x']},{'verbs':['*']}]}";
    assertThat(texts(KaRequestFields.roleVerbs(of(rules)))).containsExactly("get", "list", "*");
    assertThat(texts(KaRequestFields.roleVerbs(of(rules), 0))).containsExactly("get", "list");
    assertThat(KaRequestFields.roleVerbs(of(rules), 1)).isNull();
    assertThat(texts(KaRequestFields.roleRules(of(rules))))
        .hasSize(3)
        .contains("{\"verbs\":[\"*\"]}");
  }

  @Test
  void theEventsTimeAndNumber() {
    assertThat(of("'x':1").timestamp()).isEqualTo(1767323045_000000006L);
    assertThat(of("'x':1").eventNumber()).isEqualTo(1);
  }
}
