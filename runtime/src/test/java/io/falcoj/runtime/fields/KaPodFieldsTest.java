package io.falcoj.runtime.fields;

import static io.falcoj.runtime.fields.AuditContext.key;
import static io.falcoj.runtime.fields.AuditContext.of;
import static io.falcoj.runtime.fields.AuditContext.pod;
import static io.falcoj.runtime.fields.AuditContext.text;
import static io.falcoj.runtime.fields.AuditContext.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.falcoj.runtime.fields.audit.KaContainerFields;
import io.falcoj.runtime.fields.audit.KaEphemeralContainerFields;
import io.falcoj.runtime.fields.audit.KaInitContainerFields;
import io.falcoj.runtime.fields.audit.KaOldContainerFields;
import io.falcoj.runtime.fields.audit.KaPodFields;
import org.junit.jupiter.api.Test;

class KaPodFieldsTest {
  private static final String TWO =
      "'securityContext':{'runAsUser':30},'containers':["
          + "{'name':'a','image':'nginx:1.27','command':['sh','-c','x y'],"
          + "'ports':[{'hostPort':80,'containerPort':8080},{'containerPort':9}],"
          + "'securityContext':{'privileged':true,'capabilities':{'add':['SYS_ADMIN','CHOWN']}}},"
          + "{'name':'b','image':'reg:5000/team/app:2@sha256:00',"
          + "'securityContext':{'runAsUser':1000}}]";

  @Test
  void listsHaveOneValueForEachContainerThatGivesIt() {
    assertThat(texts(KaContainerFields.name(pod(TWO)))).containsExactly("a", "b");
    assertThat(texts(KaContainerFields.privileged(pod(TWO)))).containsExactly("true");
    assertThat(texts(KaContainerFields.runAsUser(pod(TWO)))).containsExactly("1000");
    assertThat(KaContainerFields.readOnlyFs(pod(TWO))).isNull();
    assertThat(KaContainerFields.name(pod("'containers':[]"))).isNull();
    assertThat(KaContainerFields.name(of("'requestObject':{}"))).isNull();
  }

  @Test
  void anIndexPicksAContainer() {
    assertThat(texts(KaContainerFields.image(pod(TWO), 0))).containsExactly("nginx:1.27");
    assertThat(KaContainerFields.privileged(pod(TWO), 1)).isNull();
    assertThat(KaContainerFields.image(pod(TWO), 2)).isNull();
  }

  @Test
  void namesAndImagesAreAbsentWhenOneIsMissing() {
    assertThat(KaContainerFields.image(pod("'containers':[{'image':'x'},{'name':'y'}]"))).isNull();
    assertThat(
            texts(
                KaContainerFields.privileged(
                    pod("'containers':[{'name':'x'},{'securityContext':{'privileged':false}}]"))))
        .containsExactly("false");
  }

  @Test
  void repositoriesKeepTheRegistrysPort() {
    assertThat(texts(KaContainerFields.imageRepository(pod(TWO))))
        .containsExactly("nginx", "reg:5000/team/app");
    assertThat(text(KaOldContainerFields.imageRepository(pod(TWO)))).isEqualTo("nginx");
  }

  @Test
  void commandsAreJoined() {
    assertThat(texts(KaContainerFields.command(pod(TWO)))).containsExactly("sh -c x y");
    assertThat(KaContainerFields.command(pod("'containers':[{'command':'sh'}]"))).isNull();
  }

  @Test
  void portsOfTheHostOrOfTheContainer() {
    assertThat(texts(KaContainerFields.hostPort(pod(TWO)))).containsExactly("80", "9");
  }

  @Test
  void capabilitiesOneByOne() {
    assertThat(texts(KaContainerFields.addCapabilities(pod(TWO))))
        .containsExactly("SYS_ADMIN", "CHOWN");
  }

  @Test
  void effectiveUsers() {
    assertThat(texts(KaContainerFields.effRunAsUser(pod(TWO)))).containsExactly("30", "1000");
    assertThat(texts(KaContainerFields.effRunAsUser(pod(TWO), 0))).containsExactly("30");
    assertThat(texts(KaContainerFields.effRunAsGroup(pod(TWO)))).containsExactly("0", "0");
    assertThat(KaContainerFields.effRunAsUser(pod(TWO), 2)).isNull();
    assertThat(KaContainerFields.effRunAsUser(pod("'hostPID':true"))).isNull();
  }

  @Test
  void otherListsOfContainersAreApart() {
    String spec =
        "'containers':[{'image':'c'}],'initContainers':[{'image':'i'}],'ephemeralContainers':[{'image':'e'}]";
    assertThat(texts(KaContainerFields.image(pod(spec)))).containsExactly("c");
    assertThat(texts(KaInitContainerFields.image(pod(spec)))).containsExactly("i");
    assertThat(texts(KaEphemeralContainerFields.image(pod(spec)))).containsExactly("e");
  }

  @Test
  void oldNamesLookAtTheFirstContainerOrAtAll() {
    assertThat(text(KaOldContainerFields.image(pod(TWO)))).isEqualTo("nginx:1.27");
    assertThat(text(KaOldContainerFields.image(pod(TWO), 1))).startsWith("reg:5000");
    assertThat(text(KaOldContainerFields.privileged(pod(TWO)))).isEqualTo("true");
    assertThat(text(KaOldContainerFields.privileged(pod("'containers':[{}]")))).isEqualTo("false");
    assertThat(KaOldContainerFields.privileged(pod("'x':1"))).isNull();
  }

  @Test
  void volumes() {
    String spec =
        "'volumes':[{'name':'v','hostPath':{'path':'/etc/x'}},{'name':'w','emptyDir':{}},"
            + "{'flexVolume':{'driver':'d'},'name':'z'}]";
    assertThat(texts(KaPodFields.volumeHostPaths(pod(spec)))).containsExactly("/etc/x");
    assertThat(KaPodFields.volumeHostPaths(pod(spec), 1)).isNull();
    assertThat(texts(KaPodFields.volumeFlexDrivers(pod(spec)))).containsExactly("d");
    assertThat(texts(KaPodFields.volumeTypes(pod(spec))))
        .containsExactly("hostPath", "emptyDir", "flexVolume");
    assertThat(texts(KaPodFields.volumeTypes(pod(spec), 1))).containsExactly("emptyDir");
    assertThat(text(KaPodFields.volumeHasHostPath(pod(spec), key("/etc*")))).isEqualTo("true");
    assertThat(text(KaPodFields.volumeHasHostPath(pod(spec), key("/etc")))).isEqualTo("false");
    assertThat(text(KaPodFields.volumeHasHostPath(pod(spec), key("/etc/x")))).isEqualTo("true");
    assertThat(KaPodFields.volumeHasHostPath(pod("'x':1"), key("/etc"))).isNull();
  }

  @Test
  void flagsAreTexts() {
    assertThat(text(KaPodFields.hostNetwork(pod("'hostNetwork':true")))).isEqualTo("true");
    assertThat(KaPodFields.hostPid(pod("'hostNetwork':true"))).isNull();
  }
}
