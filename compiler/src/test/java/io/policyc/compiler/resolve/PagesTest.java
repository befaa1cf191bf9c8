package io.policyc.compiler.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code of resolving has a golden file and a page, and the examples there are honest: what is
/// to be avoided has that finding, what is preferred has no error and not that finding.
final class PagesTest {
  private static final Path PAGES = Path.of("../docs/diagnostics");
  private static final String FENCE = "```policy\n";

  /// Needs a thousand names to go wrong.
  private static final List<String> TOO_LONG = List.of("PC0331");

  /// What resolving finds; other codes of Falco are those of emitting and checking rules.
  private static final List<String> RESOLVED =
      List.of("PC02", "PC03", "PC0502", "PC0503", "PC0504", "PC06");

  static List<String> codes() {
    return Arrays.stream(Code.values())
        .map(Code::name)
        .filter(name -> RESOLVED.stream().anyMatch(name::startsWith))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void hasAGoldenFile(String code) throws IOException {
    assertTrue(
        GoldenTest.mistakes().stream().anyMatch(name -> name.startsWith(code)), "no golden file");
    for (String name : GoldenTest.mistakes().stream().filter(n -> n.startsWith(code)).toList()) {
      Path golden = GoldenTest.FOLDER.resolve("diagnostics").resolve(name + ".diagnostics");
      assertTrue(name.contains("silent") || Files.readString(golden).contains("[" + code + "]"));
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void hasAnHonestPage(String code) throws IOException {
    String page = Files.readString(PAGES.resolve(code + ".md"));
    assertTrue(page.startsWith("# " + code + ": "), "no title");
    List<String> examples = examples(page);

    assertEquals(TOO_LONG.contains(code) ? 1 : 2, examples.size());
    if (examples.size() == 2) {
      assertTrue(rules(examples.getFirst()).contains(code), "what is to be avoided is fine");
    }
    List<Finding> preferred = findings(examples.getLast());
    assertFalse(preferred.stream().anyMatch(f -> f.rule().equals(code)), preferred::toString);
    assertFalse(preferred.stream().anyMatch(f -> f.level() == Level.ERROR), preferred::toString);
  }

  @Test
  void looksAtCodes() {
    assertTrue(codes().size() > 60);
  }

  private static List<String> rules(String policy) {
    return findings(policy).stream().map(Finding::rule).toList();
  }

  private static List<Finding> findings(String policy) {
    Case example = Case.of("page.policy", policy);
    assertEquals(List.of(), example.misreadings());
    return example.resolve().findings();
  }

  // What stands right above an example are the manifests that it is compiled with.
  private static String manifests(String page, int at) {
    String above = page.substring(0, at).stripTrailing();
    int start = page.lastIndexOf("```yaml\n", at);
    return above.endsWith("```") && start > page.lastIndexOf(FENCE, at - 1)
        ? "#-- manifests k8s.yaml\n" + above.substring(start + 8, above.length() - 3)
        : "";
  }

  private static List<String> examples(String page) {
    List<String> examples = new ArrayList<>();
    for (int at = page.indexOf(FENCE); at >= 0; at = page.indexOf(FENCE, at + 1)) {
      int start = at + FENCE.length();
      examples.add(page.substring(start, page.indexOf("```", start)) + manifests(page, at));
    }
    return examples;
  }
}
