package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One mistake gives one finding: in texts with every form of the language each word is wrong in
/// turn, in several ways, and what is found of each is counted.
final class EditsTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/io/policyc/compiler/edits").toAbsolutePath();

  /// Mistakes that rightly give more than one finding, by the codes of these, and why.
  private static final Map<String, String> MORE =
      Map.ofEntries(
          Map.entry(
              "PC0301 PC0303", "a port's name is lost: it is missed where it is said, and not"),
          Map.entry("PC0220 PC0334", "`anyone outside shp` means the pods of `shop`, too"),
          Map.entry("PC0334 PC0334", "`namespace shp`: two sentences about others mean its pods"),
          Map.entry("PC0102 PC0203", "`workload dbin data`: the name is lost in the next word"),
          Map.entry("PC0102 PC0123", "`web, batch mayGET, HEAD /a`: read as a list of senders"),
          Map.entry("PC0115 PC0142", "`web, may batch GET`: two words are out of place"),
          Map.entry("PC0117 PC0127", "`web GET may, HEAD /a`: two words are out of place"),
          Map.entry("PC0123 PC0124", "`alert when web below writes`: two words are out of place"),
          Map.entry("PC0123 PC0136", "`alert when web a spawns`: two words are out of place"),
          Map.entry("PC0203 PC0606", "`images every of pod`: two words are out of place"),
          Map.entry("PC0117 PC0321", "`web can GET /a?b`: a grant takes no `can`, and no query"),
          Map.entry("PC0117 PC0123 PC0321", "the same, with a word in place of `expect`"),
          Map.entry("PC0117 PC0203 PC0321", "the same, with `expect` lost in the next word"));

  private static final Set<String> SEEN = new TreeSet<>();

  @AfterAll
  static void everyReasonIsNeeded() {
    assertEquals(new TreeSet<>(MORE.keySet()), SEEN);
  }

  private static Source forms(String name) throws IOException {
    return new Source(name, Files.readString(FOLDER.resolve(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"names.policy", "grants.policy", "promises.policy", "alerts.policy"})
  void oneMistakeGivesOneFinding(String name) throws IOException {
    Source source = forms(name);
    List<Finding> before = found(read(source));
    assertFalse(hasError(before), before::toString);
    Map<String, List<String>> more = new TreeMap<>();
    List<Edits.Edit> edits = new Edits(source.text()).all();
    int wrong = 0;
    for (Edits.Edit edit : edits) {
      List<Finding> found = added(edit, before);
      wrong += found.isEmpty() ? 0 : 1;
      if (found.size() > 1 && MORE.containsKey(codes(found))) {
        SEEN.add(codes(found));
      } else if (found.size() > 1) {
        more.computeIfAbsent(codes(found), _ -> new ArrayList<>()).add(edit.toString());
      }
    }
    System.out.println(name + ": " + edits.size() + " edits, findings after " + wrong);
    assertEquals(Map.of(), more);
    assertTrue(edits.size() > 500 && wrong > edits.size() / 2);
  }

  // What is found of a mistake; silence is only right where something was said.
  private static List<Finding> added(Edits.Edit edit, List<Finding> before) {
    Checked<PolicyFile> read = read(new Source("edited.policy", edit.text()));
    List<Finding> found = found(read);
    boolean broken =
        read.value().statements().stream().anyMatch(Statement.Broken.class::isInstance);
    assertTrue(!broken || hasError(found), edit::toString);
    found.forEach(finding -> helps(finding, edit));
    List<String> known = new ArrayList<>(before.stream().map(EditsTest::key).toList());
    return found.stream().filter(finding -> !known.remove(key(finding))).toList();
  }

  // No help offers the very word that was written.
  private static void helps(Finding finding, Edits.Edit edit) {
    String help = finding.help().orElse("");
    String written = finding.at().orElseThrow().text();
    assertFalse(help.isEmpty(), edit + " " + finding);
    assertFalse(help.contains("did you mean `" + written + "`"), edit + " " + finding);
  }

  private static boolean hasError(List<Finding> found) {
    return found.stream().anyMatch(f -> f.level() == Level.ERROR);
  }

  private static Checked<PolicyFile> read(Source source) {
    return PolicyParser.parse(source);
  }

  private static List<Finding> found(Checked<PolicyFile> read) {
    List<Unit> units = List.of(new Unit(read.value(), false));
    LocalDate today = LocalDate.of(2026, 6, 1);
    return Stream.concat(
            read.findings().stream(),
            Resolver.resolve(units, Settings.DEFAULT, today).findings().stream())
        .toList();
  }

  private static String key(Finding finding) {
    return finding.rule() + " " + finding.message();
  }

  private static String codes(List<Finding> found) {
    return String.join(" ", found.stream().map(Finding::rule).sorted().toList());
  }
}
