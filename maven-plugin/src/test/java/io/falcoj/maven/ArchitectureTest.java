package io.falcoj.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.apache.maven.plugin.AbstractMojo;
import org.junit.jupiter.api.Test;

/** The plugin is a thin door: work is done by the compiler and the test kit. */
class ArchitectureTest {
  private static final int FEW_METHODS = 4;

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.falcoj.maven");

  @Test
  void usesTheCompilerAndTheTestKitByTheirDoors() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.falcoj.runtime..",
            "io.falcoj.agent..",
            "io.falcoj.testkit.scenario..",
            "io.falcoj.compiler.ast..",
            "io.falcoj.compiler.codegen..",
            "io.falcoj.compiler.yaml..",
            "picocli..",
            "org.objectweb.asm..",
            "org.yaml..")
        .check(CLASSES);
  }

  @Test
  void goalsDoNotUseEachOther() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveNameMatching("io\\.falcoj\\.maven\\.(?!Abstract)\\w+Mojo")
        .check(CLASSES);
  }

  @Test
  void goalsAreThin() {
    classes()
        .that()
        .areAssignableTo(AbstractMojo.class)
        .and()
        .doNotHaveModifier(JavaModifier.ABSTRACT)
        .and()
        .doNotHaveSimpleName("HelpMojo") // is generated
        .should(haveFewMethods())
        .check(CLASSES);
  }

  private static ArchCondition<JavaClass> haveFewMethods() {
    return new ArchCondition<>("have at most " + FEW_METHODS + " methods") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        long methods =
            type.getMethods().stream().filter(m -> !m.getName().startsWith("lambda$")).count();
        if (methods > FEW_METHODS) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + methods));
        }
      }
    };
  }
}
