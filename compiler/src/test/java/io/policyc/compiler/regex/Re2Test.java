package io.policyc.compiler.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import io.policyc.compiler.regex.Re2.Kind;
import io.policyc.compiler.regex.Re2.Parsed;
import io.policyc.compiler.regex.Re2.Refused;
import io.policyc.compiler.regex.RegexNode.Flags;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares the parser with Envoy 1.36.4, Envoy 1.40.0 and Go 1.26 (tests/peers/envoy/syntax.txt),
/// and the tree with RE2/J.
class Re2Test {
  private static final long SEED = 20260L;

  @Test
  void acceptsNothingThatEnvoyOrGoRefuses() {
    List<String> wrong = new ArrayList<>();
    int refused = 0;
    for (String[] row : Table.rows("re2-syntax.tsv")) {
      if (List.of(row).contains("no")) {
        refused++;
        if (Re2.parse(row[0]) instanceof Parsed) {
          wrong.add(String.join(" ", row));
        }
      }
    }
    assertTrue(refused > 250, "refused " + refused);
    assertEquals(List.of(), wrong);
  }

  @Test
  void refusesNothingElseButWhatItCannotAnalyse() {
    List<String> wrong = new ArrayList<>();
    int accepted = 0;
    for (String[] row : Table.rows("re2-syntax.tsv")) {
      if (!List.of(row).contains("no")) {
        accepted++;
        if (Re2.parse(row[0]) instanceof Refused refused && refused.kind() != Kind.NOT_ANALYSABLE) {
          wrong.add(row[0] + " " + refused);
        }
      }
    }
    assertTrue(accepted > 250, "accepted " + accepted);
    assertEquals(List.of(), wrong);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\0',
      useHeadersInDisplayName = true,
      textBlock =
          """
          expression      ; kind           ; offset ; reason
          a(?=b)          ; SYNTAX         ; 1      ; RE2 has no look-ahead
          (?<!a)b         ; SYNTAX         ; 0      ; RE2 has no look-behind
          (a)\\1          ; SYNTAX         ; 3      ; RE2 has no backreferences such as `\\1`
          a*+             ; SYNTAX         ; 2      ; `+` repeats a repeat: RE2 has no possessive operators
          a(b             ; SYNTAX         ; 1      ; `(` is not closed by `)`
          ab)             ; SYNTAX         ; 2      ; `)` closes nothing
          x[a-            ; SYNTAX         ; 1      ; `[` is not closed by `]`
          [z-a]           ; SYNTAX         ; 1      ; the range `z-a` ends before it begins
          [[:foo:]]       ; SYNTAX         ; 1      ; `[:foo:]` is not a class of RE2
          a|*             ; SYNTAX         ; 2      ; `*` has nothing to repeat
          a{1001}         ; SYNTAX         ; 1      ; `{1001}` is not a count of at most 1000
          a{3,2}          ; SYNTAX         ; 1      ; `{3,2}` is not a count of at most 1000
          (a{40}){40}     ; SYNTAX         ; 7      ; counts that repeat each other reach more than 1000
          ab\\            ; SYNTAX         ; 2      ; a backslash at the end escapes nothing
          \\Z             ; SYNTAX         ; 0      ; `\\Z` is not an escape of RE2
          a\\C            ; SYNTAX         ; 1      ; `\\C`, any byte, is not accepted by Go
          (?z)            ; SYNTAX         ; 0      ; `(?z` begins no group of RE2
          (?i             ; SYNTAX         ; 0      ; `(?` is not closed by `:` or `)`
          \\x{110000}     ; SYNTAX         ; 0      ; `\\x{…}` holds a code point of at most 10FFFF
          a\\pL           ; NOT_ANALYSABLE ; 1      ; Unicode classes are not analysed
          [\\pL]          ; NOT_ANALYSABLE ; 1      ; Unicode classes are not analysed
          caf\u00e9       ; NOT_ANALYSABLE ; 3      ; a character outside ASCII means one thing to some versions of Envoy and another to others
          \\xe9           ; NOT_ANALYSABLE ; 0      ; a character outside ASCII means one thing to some versions of Envoy and another to others
          """)
  void saysWhatIsWrongAndWhere(String expression, Kind kind, int offset, String reason) {
    assertEquals(new Refused(kind, offset, reason), Re2.parse(expression));
  }

  @Test
  void bounds() {
    assertInstanceOf(Parsed.class, Re2.parse("a".repeat(Re2.MAX_LENGTH)));
    assertEquals(Kind.TOO_LARGE, kind("a".repeat(Re2.MAX_LENGTH + 1)));
    int deep = Re2.MAX_DEPTH;
    assertInstanceOf(Parsed.class, Re2.parse("(".repeat(deep) + "a" + ")".repeat(deep)));
    assertEquals(Kind.TOO_LARGE, kind("(?:".repeat(deep + 1) + "a" + ")".repeat(deep + 1)));
    assertEquals(Kind.SYNTAX, kind("(".repeat(deep)));
  }

  private static Kind kind(String expression) {
    return assertInstanceOf(Refused.class, Re2.parse(expression)).kind();
  }

  @Test
  void shapesTheTreeAsRe2Does() {
    assertEquals(tree("ab[cd]|x"), tree("abc|abd|x"));
    assertEquals(tree("[ab]"), tree("a|b"));
    assertEquals(tree("a*"), tree("(?:a?)+"));
    assertEquals(tree("abc"), tree("(?:ab)c"));
    assertEquals(new RegexNode.Literal("a.b", false), tree("\\Qa.b\\E"));
    assertEquals(new RegexNode.Literal("get", true), tree("(?i)GET"));
    RegexNode any = new RegexNode.AnyChar();
    Flags dotAll = new Flags(false, false, true);
    assertEquals(
        new RegexNode.Repeat(any, 0, RegexNode.UNBOUNDED, false, false, dotAll), tree("(?s).*?"));
  }

  private static RegexNode tree(String expression) {
    return assertInstanceOf(Parsed.class, Re2.parse(expression)).node();
  }

  /// Texts come from the characters of the expression, so that a good part of them matches.
  @Test
  void meansWhatRe2jMeans() {
    Random random = new Random(SEED);
    int matched = 0;
    int refused = 0;
    for (String[] row : Table.rows("re2-sizes.tsv")) {
      RegexNode node = tree(row[0]);
      Pattern peer = Pattern.compile(row[0]);
      Sampler sampler = new Sampler(random);
      for (int i = 0; i < 10; i++) {
        String text = sampler.near(node);
        boolean expected = peer.matches(text);
        assertEquals(expected, AstMatcher.matches(node, text), row[0] + " on `" + text + "`");
        matched += expected ? 1 : 0;
        refused += expected ? 0 : 1;
      }
    }
    System.out.println("RE2/J: seed " + SEED + ", matched " + matched + ", refused " + refused);
    assertTrue(Math.min(matched, refused) * 5 >= matched + refused, "one side under 20 %");
  }
}
