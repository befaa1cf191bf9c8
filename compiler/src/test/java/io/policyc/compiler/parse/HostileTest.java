package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.format.Formatter;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Texts that nobody writes in good faith: read in bounded time and space, each with its finding.
final class HostileTest {
  // Far above what reading takes: only what hangs, or is quadratic, reaches it.
  private static final Duration HANGS = Duration.ofSeconds(60);

  static Stream<Arguments> texts() {
    int full = Limits.FILE;
    Map<String, String[]> texts = new TreeMap<>();
    texts.put("one unit too many", row("PC0001", "#" + "x".repeat(full)));
    texts.put("braces", row("PC0008", "{".repeat(full)));
    texts.put("parentheses", row("PC0008", "(".repeat(full)));
    texts.put("closing braces", row("PC0106", "}".repeat(full)));
    texts.put("words", row("PC0012", "a ".repeat(full / 2)));
    texts.put("commas", row("PC0012", ",".repeat(full)));
    texts.put(
        "braces after a declaration",
        row("PC0102", "workload " + "a ".repeat(19_000) + "}".repeat(full / 2)));
    texts.put(
        "what may be left of blocks", row("PC0106", "x y\n".repeat(100_000) + "}\n".repeat(1)));
    texts.put("comments that hide braces", row("PC0141", "a {# }\n".repeat(full / 8)));
    texts.put("letters in paths", row("PC0308", "a may GET /\u00fc on b\n".repeat(500)));
    texts.put("semicolons", row("PC0132", ";".repeat(full)));
    texts.put("colons", row("PC0012", ":".repeat(full)));
    texts.put("one word", row("PC0007", "a".repeat(full)));
    texts.put("one path", row("PC0007", "/" + "a".repeat(full - 1)));
    texts.put("one path of commas", row("PC0012", "/" + ",".repeat(full - 1)));
    texts.put("one text", row("PC0007", "\"" + "a".repeat(full - 2) + "\""));
    texts.put("one open text", row("PC0007", "\"" + "a".repeat(full - 1)));
    texts.put("quotes", row("PC0012", "\"".repeat(full)));
    texts.put("apostrophes", row("PC0131", "' ".repeat(full / 2)));
    texts.put("backslashes", row("PC0109", "\\".repeat(1000)));
    texts.put("at signs", row("PC0140", "@ ".repeat(full / 2)));
    texts.put("hashes", row("", "#".repeat(full)));
    texts.put("blank", row("", " ".repeat(full)));
    texts.put("new lines", row("", "\n".repeat(full)));
    texts.put("carriage returns", row("PC0010", "web is closed\rdb is closed\r".repeat(100)));
    texts.put("zero", row("PC0002", "\0".repeat(4096)));
    texts.put("zeros in words", row("PC0002", "\0 ".repeat(full / 2)));
    texts.put("zeros in lines", row("PC0002", "\0\n".repeat(full / 2)));
    texts.put("a high surrogate", row("PC0006", "we\uD83Db is closed"));
    texts.put("a low surrogate", row("PC0006", "# \uDE00"));
    texts.put("a surrogate at the end", row("PC0006", "web is \uD83D"));
    texts.put("sentences", row("PC0009", "a is closed\n".repeat(Limits.SENTENCES + 1)));
    texts.put("mistakes", row("PC0101", "web my reach db\n".repeat(2_000)));
    texts.put("a long word", row("PC0007", "a".repeat(Limits.WORD + 1) + " is closed"));
    texts.put("nested", row("PC0008", "every pod { ".repeat(100_000)));
    texts.put("nested lists", row("PC0105", "@a(@a(".repeat(3)));
    texts.put("comments to join", row("PC0012", "# x\n,\n".repeat(full / 6)));
    texts.put("block comment", row("PC0130", "/* " + "x ".repeat(full / 4)));
    return texts.entrySet().stream()
        .map(e -> Arguments.of(e.getKey(), e.getValue()[0], e.getValue()[1]));
  }

  private static String[] row(String first, String text) {
    return new String[] {first, text};
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("texts")
  void isReadAndNamed(String name, String first, String text) {
    Checked<PolicyFile> read =
        assertTimeoutPreemptively(
            HANGS, () -> PolicyParser.parse(new Source("hostile.policy", text)), name);

    List<String> rules = read.findings().stream().map(Finding::rule).toList();
    assertEquals(first, rules.isEmpty() ? "" : rules.getFirst());
    assertTrue(rules.size() <= Limits.FINDINGS + 1, name);
    assertTimeoutPreemptively(HANGS, () -> Formatter.format(read.value()), name);
  }

  @Test
  void stopsAtTheFirstThousandMistakes() {
    String text = "web my reach db\n".repeat(Limits.FINDINGS + 500);
    List<Finding> findings = PolicyParser.parse(new Source("x", text)).findings();

    assertEquals(Limits.FINDINGS + 1, findings.size());
    assertEquals("PC0011", findings.getLast().rule());
  }

  @Test
  void readsAsMuchAsIsAllowed() {
    String text = "a is closed\n".repeat(Limits.SENTENCES);
    Checked<PolicyFile> read = PolicyParser.parse(new Source("x", text));

    assertEquals(List.of(), read.findings());
    assertEquals(Limits.SENTENCES, read.value().statements().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          external office { cidr | declare the rest as another external, and name both in the sentences that need it
          web may reach          | split it into several sentences
          """)
  void saysHowALongSentenceIsDivided(String start, String help) {
    String text = start + " a" + ", a".repeat(Limits.WORDS);
    Finding finding = PolicyParser.parse(new Source("x", text)).findings().getFirst();

    assertEquals("PC0012", finding.rule());
    assertEquals(Optional.of(help + "; the rest of the file was not read"), finding.help());
  }

  @Test
  void keepsWhatStandsBeforeTheLimit() {
    Checked<PolicyFile> read =
        PolicyParser.parse(new Source("x", "web is closed\nevery pod {{{{{{{{{\ndb is closed"));

    assertEquals("PC0008", read.findings().getFirst().rule());
    assertTrue(read.value().statements().getFirst() instanceof Statement.Closed);
  }
}
