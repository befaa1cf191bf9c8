package io.policyc.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.security.Provider;
import java.security.Security;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may know whom, and who may touch what: the table of rooms, held.
class LayerTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // what mints signatures for the tests of all rooms comes as a jar
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.policyc");
  private static final JavaClasses TESTS =
      new ClassFileImporter().importPackages("io.policyc.tests");

  @Test
  void everyRoomIsSeen() {
    assertEquals(
        new TreeSet<>(
            Set.of(
                "cli", "compiler", "findings", "grammar", "manifests", "policies", "signatures")),
        rooms(CLASSES));
    assertTrue(CLASSES.size() > 300, "classes: " + CLASSES.size());
    assertTrue(TESTS.size() > 20, "tests: " + TESTS.size());
  }

  private static Set<String> rooms(JavaClasses classes) {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass c : classes) {
      rooms.add(c.getPackageName().split("\\.", -1)[2]);
    }
    return rooms;
  }

  /// The table of rooms: of ours, a room imports only what its row names, and itself.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          room     | may import
          findings | ''
          manifests | findings
          grammar  | ''
          compiler | findings grammar manifests
          policies | findings compiler manifests
          signatures | ''
          cli      | findings compiler manifests policies signatures
          """)
  void roomsImportWhatTheTableNames(String room, String others) {
    onlyOurs("io.policyc." + room + "..", packages("io.policyc.", others + " " + room));
  }

  /// Inside the compiler: a package imports only what its row names, itself, `findings`, and what
  /// stands in the compiler's front package.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          package | may import
          ast     | ''
          model   | ''
          cilium  | yaml
          regex   | ''
          falco   | cilium yaml
          yaml    | ''
          found   | model manifests
          parse   | ast grammar
          format  | ast
          project | ast cilium manifests
          resolve | ast model cilium regex manifests found
          emit    | model cilium falco regex yaml
          meaning | model cilium regex
          """)
  void packagesOfTheCompilerImportWhatTheTableNames(String name, String others) {
    List<String> allowed = new ArrayList<>(List.of("io.policyc.findings..", "io.policyc.compiler"));
    for (String other : (others + " " + name).strip().split(" ", -1)) {
      boolean room = other.equals("grammar") || other.equals("manifests");
      allowed.add("io.policyc." + (room ? "" : "compiler.") + other + "..");
    }
    onlyOurs("io.policyc.compiler." + name + "..", allowed.toArray(String[]::new));
  }

  private static String[] packages(String prefix, String names) {
    return java.util.Arrays.stream(names.split(" ", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> prefix + name + "..")
        .toArray(String[]::new);
  }

  private static void onlyOurs(String from, String... allowed) {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(from)
            .should()
            .dependOnClassesThat(
                resideInAnyPackage("io.policyc..").and(not(resideInAnyPackage(allowed))));
    // A row for a package that is still to come holds from its first class on.
    rule.allowEmptyShould(true).check(CLASSES);
  }

  @Test
  void onlyParsingKnowsAntlr() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.policyc.compiler.parse..", "io.policyc.grammar..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "io.policyc.grammar..")
        .because("the grammar may change without anybody else noticing")
        .check(CLASSES);
  }

  @Test
  void emittersAndMeaningNeverSeeTheSyntaxTree() {
    noClasses()
        .that()
        .resideInAnyPackage("io.policyc.compiler.emit..", "io.policyc.compiler.meaning..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.policyc.compiler.ast..", "io.policyc.compiler.parse..")
        .because("they speak of what sentences mean: use the model")
        .check(CLASSES);
  }

  @Test
  void theEvaluatorOfSentencesKnowsTheSyntaxTreeOnly() {
    classes()
        .that()
        .resideInAPackage("io.policyc.tests.naive..")
        .should()
        .onlyDependOnClassesThat(
            not(resideInAnyPackage("io.policyc.."))
                .or(
                    resideInAnyPackage(
                        "io.policyc.compiler.ast..",
                        "io.policyc.findings..",
                        "io.policyc.tests.naive.."))
                .or(simpleName("Protocol"))
                .or(simpleName("Settings"))
                .or(
                    resideInAnyPackage("io.policyc.compiler")
                        .and(
                            new com.tngtech.archunit.base.DescribedPredicate<JavaClass>(
                                "is a part of the settings") {
                              @Override
                              public boolean test(JavaClass c) {
                                return c.getName().startsWith("io.policyc.compiler.Settings$");
                              }
                            }))
                .or(
                    resideInAnyPackage("io.policyc.compiler.parse")
                        .and(simpleName("PolicyParser"))))
        .because("a second road to the same meaning must not share the first one's steps")
        .check(TESTS);
  }

  @Test
  void pureRoomsTouchNoFileAndNoNetwork() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.policyc.compiler..",
            "io.policyc.findings..",
            "io.policyc.manifests..",
            "io.policyc.policies.admission..",
            "io.policyc.signatures.sigstore..",
            "io.policyc.signatures.wasm..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("java.nio.file..", "java.nio.channels..", "java.net..")
                .or(
                    resideInAnyPackage("java.io")
                        .and(
                            simpleName("File")
                                .or(simpleName("FileInputStream"))
                                .or(simpleName("FileOutputStream"))
                                .or(simpleName("FileReader"))
                                .or(simpleName("FileWriter"))
                                .or(simpleName("RandomAccessFile")))))
        .because("what is read comes in as an argument: use a SourceReader")
        .check(CLASSES);
  }

  @Test
  void pureRoomsReadNoClockNoEnvironmentAndNoChance() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.policyc.compiler..",
            "io.policyc.findings..",
            "io.policyc.manifests..",
            "io.policyc.policies.admission..",
            "io.policyc.signatures.sigstore..",
            "io.policyc.signatures.wasm..")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.Random")
        .because("the same input gives the same output: take it as an argument")
        .check(CLASSES);
  }

  @Test
  void filesAreTouchedInFewPlaces() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.policyc.cli.input..",
            "io.policyc.cli.output..",
            "io.policyc.cli.startup..",
            "io.policyc.signatures.oci..",
            "io.policyc.signatures.trust..",
            "io.policyc.signatures.tuf..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .because("reading is bounded and writing whole there: use DiskReader, Disk, SingleFile")
        .check(CLASSES);
  }

  @Test
  void nobodyEndsTheProcessButMain() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.policyc.cli.Main")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .because("a command inside a test or a server must return: use Exit")
        .check(CLASSES);
  }

  @Test
  void nobodyPrintsPastTheSinks() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("io.policyc.cli.Main")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .accessField(System.class, "in")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .because("standard output is for data: use Sink")
        .check(CLASSES);
  }

  /// Inside the room of signatures: a package imports only what its row names, and itself.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          package  | may import
          sigstore | ''
          wasm     | oci
          oci      | sigstore
          trust    | sigstore
          tuf      | sigstore trust
          """)
  void packagesOfSignaturesImportWhatTheTableNames(String name, String others) {
    List<String> allowed = new ArrayList<>(List.of("io.policyc.signatures"));
    for (String other : (others + " " + name).strip().split(" ", -1)) {
      allowed.add("io.policyc.signatures." + other + "..");
    }
    onlyOurs("io.policyc.signatures." + name + "..", allowed.toArray(String[]::new));
  }

  @Test
  void onlyTheRefreshOfTrustRootsKnowsSigstoreJava() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.policyc.signatures.tuf..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.sigstore..", "com.google.gson..", "com.google.common..")
        .because("what verifies is our own; theirs is loaded by one command")
        .check(CLASSES);
  }

  @Test
  void nobodyChangesTheProvidersOfThePlatform() {
    noClasses()
        .should()
        .callMethod(Security.class, "addProvider", Provider.class)
        .orShould()
        .callMethod(Security.class, "insertProviderAt", Provider.class, int.class)
        .because("what verifies for one verifies for all: pass the provider, or call its classes")
        .check(CLASSES);
  }

  @Test
  void nobodyReflectsOrSleeps() {
    noClasses()
        .should()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent.locks..")
        .orShould()
        .dependOnClassesThat(
            resideInAnyPackage("java.lang.reflect..").and(not(simpleName("AccessFlag"))))
        .because("start-up time, and a native image, need plain calls")
        .check(CLASSES);
  }
}
