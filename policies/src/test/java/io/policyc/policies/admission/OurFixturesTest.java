package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Finding;
import io.policyc.findings.ObjectPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every fixture of a check beyond Pod Security is a few objects, with the sentences about them in
/// a `.policy` file beside it; the table `cases.csv` says what the check finds in which objects.
class OurFixturesTest {
  private static final AdmissionSettings SETTINGS =
      AdmissionSettings.of(Settings.DEFAULT, Sentences.TODAY);

  /// A row of a table.
  record Case(String check, String fixture, String denied, String warned, String noted) {
    Path file(String extension) {
      return Folders.FIXTURES.resolve(Folders.of(check)).resolve(fixture + extension);
    }

    @Override
    public String toString() {
      return check + "/" + fixture;
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (Check check : Checks.OURS) {
      Path table = Folders.FIXTURES.resolve(Folders.of(check.id())).resolve("cases.csv");
      for (String line : Files.readAllLines(table).stream().skip(1).toList()) {
        String[] cells = line.split("\\|", -1);
        cases.add(
            new Case(
                check.id(),
                cells[0].strip(),
                cells[1].strip(),
                cells[2].strip(),
                cells[3].strip()));
      }
    }
    return cases;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findsWhatTheTableSays(Case row) throws IOException {
    List<Judgement> judgements = judge(row);
    assertEquals(row.denied(), fields(row, judgements, Decision::denied), "denied");
    assertEquals(row.warned(), fields(row, judgements, Decision::warned), "warned");
    assertEquals(row.noted(), fields(row, judgements, Decision::audited), "noted");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aFindingHasItsPlaceAndAdvice(Case row) throws IOException {
    for (Judgement one : judge(row)) {
      for (Finding finding : one.decision().findings()) {
        String words = finding.message();
        assertTrue(finding.at().isPresent(), words);
        assertTrue(Checks.ids().contains(finding.rule()), words);
        assertTrue(
            !Character.isUpperCase(words.charAt(0)) || words.startsWith("RuntimeClass"), words);
        assertTrue(!words.endsWith("."), words);
      }
      for (Finding finding : one.decision().denied()) {
        assertTrue(finding.help().orElse("").length() > 5, finding.message());
      }
    }
  }

  @Test
  void namesTellTheAnswer() throws IOException {
    for (Case row : cases()) {
      String promise =
          !row.denied().equals("-")
              ? "deny-"
              : !row.warned().equals("-") ? "warn-" : !row.noted().equals("-") ? "note-" : "allow-";
      assertTrue(row.fixture().startsWith(promise), row.toString());
    }
  }

  @Test
  void everyFixtureIsInItsTableAndEveryRowHasAFixture() throws IOException {
    Set<String> rows = new TreeSet<>();
    cases().forEach(row -> rows.add(Folders.of(row.check()) + "/" + row.fixture()));
    Set<String> files = new TreeSet<>();
    for (Check check : Checks.OURS) {
      String folder = Folders.of(check.id());
      Folders.names(Folders.FIXTURES.resolve(folder)).stream()
          .filter(name -> !name.equals("cases.csv"))
          .forEach(name -> files.add(folder + "/" + name.substring(0, name.lastIndexOf('.'))));
    }
    assertEquals(rows, files);
  }

  static List<Judgement> judge(Case row) throws IOException {
    Path policy = row.file(".policy");
    Optional<Model> model =
        Files.exists(policy)
            ? Optional.of(Sentences.model(Files.readString(policy)))
            : Optional.empty();
    String yaml = Files.readString(row.file(".yaml"));
    return Review.of(Sentences.manifests(yaml), model, SETTINGS).judgements();
  }

  private static String fields(
      Case row, List<Judgement> judgements, Function<Decision, List<Finding>> list) {
    List<String> fields = new ArrayList<>();
    for (Judgement one : judgements) {
      for (Finding finding : list.apply(one.decision())) {
        if (finding.rule().equals(row.check())) {
          fields.add(one.object().label() + ":" + finding.path().map(ObjectPath::text).orElse("-"));
        }
      }
    }
    return fields.isEmpty() ? "-" : String.join(" ", fields);
  }
}
