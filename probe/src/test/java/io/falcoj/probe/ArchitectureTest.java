package io.falcoj.probe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Only {@code libbpf} sees JNA, and it knows nothing of the rest of the probe. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.falcoj.probe");

  @Test
  void onlyLibbpfSeesJna() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.falcoj.probe.libbpf")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.sun.jna..")
        .check(CLASSES);
  }

  @Test
  void libbpfStandsOnTop() {
    noClasses()
        .that()
        .resideInAPackage("io.falcoj.probe.libbpf")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.falcoj.probe")
        .check(CLASSES);
  }
}
