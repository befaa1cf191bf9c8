package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.format.Formatter;
import io.policyc.compiler.gen.GenPolicy;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Random edits of valid texts: nothing throws, spans lie in the text, and a misspelt keyword is
/// one finding at that word.
final class MutationTest {
  private static final long SEED = 7;
  private static final String PIECES =
      "{}(),;:\"'#/\\@=*?<>|&.- \t\n\r\0\u200B\u202E\uD83D\u00E9aZ0";
  private static final Set<String> KEYWORDS =
      Set.of(
          "may",
          "closed",
          "workload",
          "external",
          "namespace",
          "expect",
          "never",
          "images",
          "runtime",
          "handler",
          "except",
          "signed",
          "alert",
          "spawns",
          "escalates",
          "privileges",
          "connects",
          "elsewhere",
          "restricted",
          "baseline",
          "warning",
          "critical",
          "header",
          "query",
          "connect",
          "request",
          "resolve",
          "attest",
          "wasm",
          "account",
          "GET",
          "POST",
          "DELETE");

  @Test
  void neverThrowsWhateverIsChanged() {
    Random random = new Random(SEED);
    GenPolicy generator = new GenPolicy(SEED);
    int damaged = 0;
    for (int i = 0; i < 20_000; i++) {
      String text = changed(generator.file(1 + random.nextInt(4)), random);
      Checked<PolicyFile> read = PolicyParser.parse(new Source("x", text));
      for (Finding finding : read.findings()) {
        Span at = finding.at().orElseThrow();
        assertTrue(at.end() <= text.length() && finding.help().isPresent(), text);
      }
      damaged += read.hasErrors() ? 1 : 0;
      String formatted = Formatter.format(read.value());
      if (read.findings().isEmpty()) {
        PolicyFile again = PolicyParser.parse(new Source("x", formatted)).value();
        assertEquals(formatted, Formatter.format(again), text);
      }
    }
    System.out.println("changed texts with findings: " + damaged + " of 20000");
    assertTrue(damaged > 4_000 && damaged < 20_000, "damaged " + damaged);
  }

  private static String changed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int edits = 1 + random.nextInt(3); edits > 0 && !changed.isEmpty(); edits--) {
      int at = random.nextInt(changed.length());
      int end = Math.min(changed.length(), at + 1 + random.nextInt(6));
      String piece = String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
      switch (random.nextInt(5)) {
        case 0 -> changed.delete(at, end);
        case 1 -> changed.insert(at, piece);
        case 2 -> changed.replace(at, at + 1, piece);
        case 3 -> changed.insert(at, changed.substring(at, end));
        default -> changed.setLength(at);
      }
    }
    return changed.toString();
  }

  @Test
  void aMisspeltKeywordIsOneFindingAtThatWord() {
    Random random = new Random(SEED);
    GenPolicy generator = new GenPolicy(SEED);
    int tried = 0;
    for (int i = 0; i < 5_000; i++) {
      String text = generator.sentence() + "\n";
      List<int[]> words = keywords(text);
      if (!words.isEmpty()) {
        int[] word = words.get(random.nextInt(words.size()));
        misspell(text, word[0], word[1], random);
        tried++;
      }
    }
    assertTrue(tried > 2_000, "tried " + tried);
  }

  private static void misspell(String text, int start, int end, Random random) {
    String typo = typo(text.substring(start, end), random);
    String wrong = text.substring(0, start) + typo + text.substring(end);
    List<Finding> findings = PolicyParser.parse(new Source("x", wrong)).findings();

    assertEquals(1, findings.size(), () -> wrong + findings);
    Span at = findings.getFirst().at().orElseThrow();
    assertTrue(at.start() >= start && at.start() <= start + typo.length(), () -> wrong + findings);
  }

  // Not the first letter, which may make another word of it; never a word of the language.
  private static String typo(String word, Random random) {
    int at = 1 + random.nextInt(word.length() - 1);
    return word.substring(0, at) + (word.endsWith("T") ? "Q" : "q") + word.substring(at);
  }

  private static List<int[]> keywords(String text) {
    List<int[]> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && " \t\n".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      boolean comment = end > at && text.charAt(at) == '#';
      if (KEYWORDS.contains(text.substring(at, end))) {
        found.add(new int[] {at, end});
      }
      at = comment ? text.indexOf('\n', at) + 1 : end + 1;
    }
    return found;
  }
}
