package io.falcoj.agent;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the order of packages: {@code cli} may use all, nothing uses {@code cli}. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.falcoj.agent");

  @Test
  void onlyTheCommandLineUsesTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.falcoj.agent.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.falcoj.agent.cli..", "picocli..")
        .check(CLASSES);
  }

  @Test
  void whatACommandDoesDoesNotKnowTheCommand() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.cli.*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.falcoj.agent.cli")
        .check(CLASSES);
  }

  @Test
  void whatCommandsShareKnowsNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.console")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.falcoj..").and(not(resideInAPackage("io.falcoj.agent.console"))))
        .check(CLASSES);
  }

  @Test
  void whatCommandsDoDoesNotKnowOtherCommands() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.run")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.falcoj.agent.explain", "io.falcoj.testkit..")
        .check(CLASSES);
  }

  @Test
  void rulesKnowNoConfigurationAndNoSinks() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.rules")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.falcoj.agent.config", "io.falcoj.agent.sinks")
        .check(CLASSES);
  }

  @Test
  void configurationAndSinksDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.config")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.falcoj.agent.sinks")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.sinks")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.falcoj.agent.config")
        .check(CLASSES);
  }

  @Test
  void onlyTheConfigurationReadsYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.falcoj.agent.config")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yaml..")
        .check(CLASSES);
  }

  @Test
  void nothingButTheCommandLineAndSinksWritesToTheStandardStreams() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.config")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void onlyTheWebhookAndSocketsSeeJetty() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.falcoj.agent.webhook", "io.falcoj.agent.containers.socket")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(CLASSES);
  }

  @Test
  void containersKnowNoConfigurationAndSocketsNoContainers() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.containers..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.falcoj.agent..")
                .and(not(resideInAPackage("io.falcoj.agent.containers.."))))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.containers.engine")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.falcoj.agent.containers")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.containers.socket")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.falcoj.agent.containers", "io.falcoj.agent.containers.engine")
        .check(CLASSES);
  }

  @Test
  void secretsKnowNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.secrets")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.falcoj..").and(not(resideInAPackage("io.falcoj.agent.secrets"))))
        .check(CLASSES);
  }

  @Test
  void sourcesKnowNoSinks() {
    noClasses()
        .that()
        .resideInAnyPackage("io.falcoj.agent.webhook", "io.falcoj.agent.sources")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.falcoj.agent.sinks", "io.falcoj.agent.console")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.agent.webhook")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.falcoj.agent.sources")
        .check(CLASSES);
  }
}
