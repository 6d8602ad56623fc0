package io.falcoj.probe;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Only {@code libbpf} sees JNA; packages see those before them only. */
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
  void packagesSeeThoseBeforeThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("libbpf")
        .definedBy("io.falcoj.probe.libbpf")
        .layer("schema")
        .definedBy("io.falcoj.probe.schema")
        .layer("ring")
        .definedBy("io.falcoj.probe.ring")
        .layer("procfs")
        .definedBy("io.falcoj.probe.procfs")
        .layer("snapshot")
        .definedBy("io.falcoj.probe.snapshot")
        .layer("capture")
        .definedBy("io.falcoj.probe.capture")
        .whereLayer("capture")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("ring")
        .mayOnlyBeAccessedByLayers("capture")
        .whereLayer("snapshot")
        .mayOnlyBeAccessedByLayers("capture")
        .whereLayer("procfs")
        .mayOnlyBeAccessedByLayers("snapshot", "capture")
        .whereLayer("schema")
        .mayOnlyBeAccessedByLayers("snapshot", "capture")
        .whereLayer("libbpf")
        .mayOnlyBeAccessedByLayers("ring", "snapshot", "capture")
        .check(CLASSES);
  }
}
