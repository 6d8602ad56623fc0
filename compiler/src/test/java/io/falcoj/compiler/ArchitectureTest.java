package io.falcoj.compiler;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
  private static final String BASE = "io.falcoj.compiler.";

  /** From the top of the house down. */
  private static final List<String> ORDER =
      List.of(
          "source",
          "diag",
          "diag.render",
          "yaml",
          "yaml.item",
          "yaml.reader",
          "format",
          "decl",
          "ast",
          "syntax.grammar",
          "syntax",
          "resolve",
          "ir",
          "check.literal",
          "check.condition",
          "check",
          "clause",
          "facts",
          "lint",
          "interp",
          "explain",
          "explain.render",
          "opt",
          "dispatch",
          "pushdown",
          "plan",
          "codegen",
          "bundle");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.falcoj.compiler");

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
  void nothingWritesToTheStandardStreams() {
    noClasses().should().accessField(System.class, "out").check(CLASSES);
    noClasses().should().accessField(System.class, "err").check(CLASSES);
  }

  @Test
  void librariesStayInTheirPackages() {
    keep("org.antlr..", "syntax.grammar");
    keep("org.objectweb.asm..", "codegen..");
    keep("org.yaml..", "yaml..");
  }

  @Test
  void onlyTheRuntimesVocabularyIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.falcoj.runtime..")
                .and(
                    not(
                        resideInAnyPackage(
                            "io.falcoj.runtime.schema",
                            "io.falcoj.runtime.schema.names",
                            "io.falcoj.runtime.template",
                            "io.falcoj.runtime.value",
                            "io.falcoj.runtime.ops",
                            "io.falcoj.runtime.fields",
                            "io.falcoj.runtime.pushdown",
                            "io.falcoj.runtime.abi"))))
        .check(CLASSES);
  }

  private static void keep(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }
}
