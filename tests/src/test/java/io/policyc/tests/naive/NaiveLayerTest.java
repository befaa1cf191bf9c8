package io.policyc.tests.naive;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.policyc.compiler.Protocol;
import io.policyc.compiler.Settings;
import org.junit.jupiter.api.Test;

/// The naive evaluator knows sentences and nothing that the compiler makes of them: an error of the
/// compiler must not be able to reach it.
class NaiveLayerTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPackagesOf(NaiveEvaluator.class)
          .that(
              DescribedPredicate.not(
                  DescribedPredicate.describe(
                      "tests",
                      type ->
                          type.getName().contains("Test")
                              || type.getSimpleName().equals("Meaning"))));

  private static final DescribedPredicate<JavaClass> ALLOWED =
      resideInAPackage("java..")
          .or(resideInAPackage("org.jspecify.annotations"))
          .or(resideInAPackage("io.policyc.tests.naive"))
          .or(resideInAPackage("io.policyc.compiler.ast"))
          .or(resideInAPackage("io.policyc.findings"))
          .or(DescribedPredicate.describe("Protocol", type -> is(type, Protocol.class)))
          .or(DescribedPredicate.describe("Settings", type -> is(type, Settings.class)));

  private static boolean is(JavaClass type, Class<?> wanted) {
    return type.getName().equals(wanted.getName())
        || type.getName().startsWith(wanted.getName() + "$");
  }

  @Test
  void theEvaluatorIsThere() {
    assertTrue(CLASSES.contain(NaiveEvaluator.class));
    assertTrue(CLASSES.that(simpleNameStartingWith("Names")).size() > 0);
  }

  @Test
  void itKnowsTheSyntaxTreeAlone() {
    classes().should().onlyDependOnClassesThat(ALLOWED).check(CLASSES);
  }
}
