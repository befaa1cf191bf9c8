package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.format.Formatter;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages about syntax say what the parser says.
final class SyntaxPagesTest {
  private static final Path DOCS = Path.of("../docs").toAbsolutePath().normalize();

  static Stream<String> codes() {
    return Arrays.stream(Code.values())
        .map(Code::name)
        .filter(c -> c.startsWith("PC01") || (c.startsWith("PC00") && c.compareTo("PC0020") < 0));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyPageAvoidsItsCodeAndPrefersNone(String code) throws IOException {
    String page = Files.readString(DOCS.resolve("diagnostics/" + code + ".md"));
    assertTrue(page.startsWith("# " + code + ": "), page);
    List<String> avoid = fences(after(page, "\nAvoid:\n", "\nPrefer:\n"), "policy-fragment");
    List<String> prefer = fences(after(page, "\nPrefer:\n", "\u0000"), "policy-fragment");

    for (String text : avoid) {
      List<String> rules = read(text).findings().stream().map(Finding::rule).distinct().toList();
      assertEquals(List.of(code), rules, text);
    }
    for (String text : prefer) {
      assertEquals(List.of(), read(text).findings(), text);
    }
  }

  @Test
  void everyExampleOfTheLanguageIsRead() throws IOException {
    List<String> examples = fences(Files.readString(DOCS.resolve("language.md")), "policy");
    assertFalse(examples.isEmpty());
    for (String text : examples) {
      assertEquals(List.of(), read(text).findings(), text);
    }
  }

  @Test
  void examplesOfTheFormatAreFormatted() throws IOException {
    List<String> examples = fences(Files.readString(DOCS.resolve("format.md")), "policy");
    assertFalse(examples.isEmpty());
    for (String text : examples) {
      assertEquals(text, Formatter.format(read(text).value()));
    }
  }

  private static Checked<PolicyFile> read(String text) {
    return PolicyParser.parse(new Source("page.policy", text));
  }

  private static String after(String page, String start, String end) {
    int from = page.indexOf(start);
    int to = page.indexOf(end, from + 1);
    return from < 0 ? "" : page.substring(from, to < 0 ? page.length() : to);
  }

  private static List<String> fences(String page, String language) {
    List<String> found = new ArrayList<>();
    String open = "```" + language + "\n";
    for (int at = page.indexOf(open); at >= 0; at = page.indexOf(open, at + 1)) {
      int start = at + open.length();
      found.add(page.substring(start, page.indexOf("```", start)));
    }
    return found;
  }
}
