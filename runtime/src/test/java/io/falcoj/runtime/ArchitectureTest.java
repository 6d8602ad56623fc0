package io.falcoj.runtime;

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
  private static final String BASE = "io.falcoj.runtime.";

  /** From the top of the house down. */
  private static final List<String> ORDER =
      List.of(
          "schema.names",
          "schema",
          "template",
          "value",
          "ops",
          "json",
          "event",
          "pushdown",
          "source",
          "source.containers",
          "source.scap.convert",
          "source.scap",
          "source.audit",
          "source.follow",
          "decode",
          "state.container",
          "state.limits",
          "state",
          "state.live",
          "state.current",
          "state.track",
          "abi",
          "fields.audit",
          "fields.text",
          "fields.render",
          "fields.user",
          "fields.container",
          "fields.proc",
          "fields.evt",
          "fields.fd",
          "fields",
          "bundle",
          "match",
          "output",
          "output.render",
          "engine");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.falcoj.runtime");

  @TestFactory
  List<DynamicTest> packagesUseOnlyWhatStandsAboveThem() {
    return ORDER.stream()
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name,
                    () -> {
                      String[] below =
                          ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                              .map(p -> BASE + p)
                              .toArray(String[]::new);
                      if (below.length > 0) {
                        noClasses()
                            .that()
                            .resideInAPackage(BASE + name)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(below)
                            .allowEmptyShould(true)
                            .check(CLASSES);
                      }
                    }))
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
  void everyPackageHasItsPlace() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ORDER.stream().map(p -> BASE + p).toArray(String[]::new))
        .should()
        .resideInAPackage("io.falcoj.runtime..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void nothingWritesToTheStandardStreams() {
    noClasses().should().accessField(System.class, "out").check(CLASSES);
    noClasses().should().accessField(System.class, "err").check(CLASSES);
  }

  @Test
  void theRuntimeSeesNoCompilerLibrary() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.antlr..", "org.objectweb.asm..", "org.yaml..", "com.sun.jna..", "picocli..")
        .check(CLASSES);
  }
}
