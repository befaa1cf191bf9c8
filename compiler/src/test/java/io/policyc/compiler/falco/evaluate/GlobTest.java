package io.policyc.compiler.falco.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          pattern          | text             | fits
          /etc/*           | /etc/a/b         | true
          *                | ''               | true
          ''               | ''               | true
          ''               | a                | false
          ?                | ''               | false
          a?c              | abc              | true
          [a-c]x           | bx               | true
          [!a-c]x          | bx               | false
          [^a-c]x          | dx               | true
          []]x             | ]x               | true
          [a-]             | -                | true
          [[:digit:]]*     | 7seven           | true
          [[:nope:]]       | :]               | true
          [abc             | [abc             | true
          \\*              | *                | true
          \\*              | x                | false
          \\               | \\               | false
          **/x             | /a/b/x           | true
          *a*b*c           | aabbcc           | true
          *a*b*c           | aabbc-           | false
          A                | a                | false
          """)
  void matchesTheWholeText(String pattern, String text, boolean fits) {
    assertEquals(fits, Glob.of(pattern, false).matches(text));
  }

  @ParameterizedTest
  @CsvSource({"A*,abc,true", "[A-C]x,bX,true", "x[^A],xa,false", "É,é,false"})
  void foldsAsciiLetters(String pattern, String text, boolean fits) {
    assertEquals(fits, Glob.of(Octets.of(pattern), true).matches(Octets.of(text)));
  }

  @Test
  void takesOneByteForAQuestionMark() {
    assertEquals(true, Glob.of("??", false).matches(Octets.of("ü")));
  }

  @Test
  void doesNotBlowUp() {
    String pattern = "*a".repeat(127) + "b";
    assertEquals(false, Glob.of(pattern, false).matches("a".repeat(100_000)));
  }
}
