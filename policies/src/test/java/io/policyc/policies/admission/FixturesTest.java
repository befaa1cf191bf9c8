package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fixture is the smallest pod that is allowed at level restricted, with one change; the
/// table `cases.csv` beside it says which fields its check denies, at which level and version.
class FixturesTest {
  /// A row of a table.
  record Case(String check, String fixture, String policy, String fields) {
    @Override
    public String toString() {
      return check + "/" + fixture + " at " + policy;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String id : RegistryTest.ids()) {
      Path table = Folders.FIXTURES.resolve(Folders.of(id)).resolve("cases.csv");
      for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
        String[] cells = line.split("\\|", -1);
        cases.add(new Case(id, cells[0].strip(), cells[1].strip(), cells[2].strip()));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void deniesTheFieldsOfTheTable(Case row) throws IOException {
    List<Violation> violations = PodSecurity.NEWEST.evaluate(Texts.policy(row.policy()), pod(row));
    String denied =
        violations.stream()
            .filter(violation -> violation.check().equals(row.check()))
            .flatMap(violation -> violation.findings().stream())
            .map(finding -> finding.path().orElseThrow().text())
            .collect(Collectors.joining(" "));
    assertEquals(row.fields(), denied.isEmpty() ? "-" : denied);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFindingHasItsCheckItsPlaceAndAdvice(Case row) throws IOException {
    for (Violation one : PodSecurity.NEWEST.evaluate(Texts.policy(row.policy()), pod(row))) {
      for (Finding finding : one.findings()) {
        assertEquals(one.check(), finding.rule());
        assertTrue(finding.at().orElseThrow().end() > 0, finding.toString());
        assertTrue(finding.help().orElse("").length() > 5, finding.toString());
        assertTrue(Character.isLowerCase(finding.message().charAt(0)), finding.toString());
      }
    }
  }

  @Test
  void everyFixtureIsInItsTableAndEveryRowHasAFixture() throws IOException {
    Set<String> rows = new TreeSet<>();
    cases().forEach(row -> rows.add(Folders.of(row.check()) + "/" + row.fixture() + ".yaml"));
    Set<String> files = new TreeSet<>();
    for (String folder : RegistryTest.ids().stream().map(Folders::of).toList()) {
      Folders.names(Folders.FIXTURES.resolve(folder)).stream()
          .filter(name -> !name.equals("cases.csv"))
          .forEach(name -> files.add(folder + "/" + name));
    }
    assertEquals(rows, files);
    assertTrue(files.size() > 200, "fixtures: " + files.size());
  }

  /// What a name promises holds for the newest version of the check's own level.
  @Test
  void namesTellTheAnswer() throws IOException {
    for (Case row : cases()) {
      PodSecurityLevel level = level(row.check());
      if (row.policy().equals(level.word() + ":latest")) {
        String promise = row.fields().equals("-") ? "allow-" : "deny-";
        assertTrue(row.fixture().startsWith(promise), row.toString());
      }
    }
  }

  private static PodSecurityLevel level(String check) {
    Stream<PodSecurityCheck> all = Checks.POD_SECURITY.stream();
    return all.filter(one -> one.id().equals(check)).findFirst().orElseThrow().level();
  }

  private static Pod pod(Case row) throws IOException {
    Path folder = Folders.FIXTURES.resolve(Folders.of(row.check()));
    Path file = folder.resolve(row.fixture() + ".yaml");
    return Texts.pod(Files.readString(file));
  }
}
