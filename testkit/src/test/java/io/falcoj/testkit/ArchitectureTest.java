package io.falcoj.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the order of packages: each may use only those listed above it. */
class ArchitectureTest {
  private static final String BASE = "io.falcoj.testkit.";

  /** From the top of the house down. */
  private static final List<String> ORDER =
      List.of(
          "yaml",
          "scenario",
          "scenario.scap",
          "scenario.yaml",
          "suite",
          "rules",
          "judge",
          "explain",
          "run",
          "coverage.probe",
          "coverage",
          "mutation.source",
          "mutation.mutator",
          "mutation.replay",
          "mutation",
          "replay",
          "diff.version",
          "diff",
          "diff.render",
          "shrink.recording",
          "shrink",
          "record",
          "bench",
          "report.view",
          "report.html",
          "report",
          "pages",
          "junit");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.falcoj.testkit");

  @TestFactory
  List<DynamicTest> packagesUseOnlyWhatStandsAboveThem() {
    return ORDER.subList(0, ORDER.size() - 1).stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage(BASE + name)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(
                                ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                                    .map(BASE::concat)
                                    .toArray(String[]::new))
                            .check(CLASSES)))
        .toList();
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    assertThat(ORDER)
        .containsAll(
            CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(BASE))
                .map(name -> name.substring(BASE.length()))
                .collect(Collectors.toSet()));
  }

  @Test
  void aLibraryWithoutMavenAndCommandLine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.maven..", "picocli..", "io.falcoj.maven..", "io.falcoj.agent..")
        .check(CLASSES);
  }

  @Test
  void onlyOnePackageSeesJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + "junit")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.opentest4j..")
        .check(CLASSES);
  }

  @Test
  void scenariosAreDataOnly() {
    noClasses()
        .that()
        .resideInAPackage(BASE + "scenario")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.falcoj.runtime..", "io.falcoj.compiler..")
        .check(CLASSES);
  }

  @Test
  void nothingWritesToTheStandardStreams() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}
