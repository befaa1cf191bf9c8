package io.policyc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.render.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {
  static List<String> pages() throws IOException {
    try (Stream<Path> codes = Files.list(Path.of("../docs/diagnostics"));
        Stream<Path> checks = Files.list(Path.of("../docs/checks"))) {
      return Stream.concat(codes, checks)
          .map(page -> page.getFileName().toString())
          .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
          .map(name -> name.substring(0, name.length() - 3))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyPageIsPacked(String id) {
    Rule rule = Rules.of(id);
    assertTrue(rule.page().startsWith("# " + id + ": " + rule.title() + "\n"), rule.page());
    assertFalse(rule.title().isEmpty());
    assertTrue(URI.create(rule.uri()).getPath().endsWith("/" + id), rule.uri());
  }

  /// A page is shown far from the pages beside it.
  @ParameterizedTest
  @MethodSource("pages")
  void linksOfPagesLeadSomewhere(String id) {
    assertFalse(Rules.of(id).page().contains(".md)"), Rules.of(id).page());
  }

  @Test
  void aLinkLeadsToWhereThePageIs() {
    String page = Rules.of("capabilities_restricted").page();
    assertTrue(
        page.contains("[capabilities_baseline](https://policyc.io/checks/capabilities_baseline)"),
        page);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "../version", "../diagnostics/PC0203", "PC0203.md", "\0"})
  void otherIdsHaveNoPage(String id) {
    assertEquals(Rule.untitled(id), Rules.of(id));
  }
}
