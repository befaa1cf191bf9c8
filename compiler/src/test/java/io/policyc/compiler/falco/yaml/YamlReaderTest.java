package io.policyc.compiler.falco.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.policyc.compiler.falco.yaml.YamlNode.Mapping;
import io.policyc.compiler.falco.yaml.YamlNode.Nothing;
import io.policyc.compiler.falco.yaml.YamlNode.Scalar;
import io.policyc.compiler.falco.yaml.YamlNode.Sequence;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// YAML as yaml-cpp reads it; in the tables `¶` ends a line, `→` is a tab, `¦` a pipe and `~`
/// nothing.
class YamlReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a                              | a
          - a¶- b                        | [a, b]
          - - a¶  - b¶- c                | [[a, b], c]
          -¶- a                          | [~, a]
          a: b¶c: d                      | {a: b, c: d}
          a:¶- b¶- c¶d: e                | {a: [b, c], d: e}
          a:¶  b: c                      | {a: {b: c}}
          - a: b¶  c: d                  | [{a: b, c: d}]
          ? a¶: b                        | {a: b}
          ? a                            | {a: ~}
          : b                            | {~: b}
          [a, b, ]                       | [a, b]
          [a: b, c]                      | [{a: b}, c]
          {a: b, c, "d":e}               | {a: b, c: ~, d: e}
          {a:b}                          | {a:b: ~}
          [a,b, c d ]                    | [a, b, c d]
          [a¶ ,b]                        | [a, b]
          # no¶a # no                    | a
          a#b                            | a#b
          'it''s'                        | it's
          "a\\tb\\x41\\u00e9\\U0001F600" | a→bAé😀
          "a¶  b¶¶  c"                   | a b¶c
          "a\\¶  b"                      | ab
          a¶ b¶¶ c                       | a b¶c
          a: ¦¶  b¶   c¶d: e             | {a: b¶ c¶, d: e}
          a: ¦-¶  b¶¶                    | {a: b}
          a: ¦+¶  b¶¶                    | {a: b¶¶}
          a: ¦1¶  b                      | {a:  b}
          a: >¶  b¶  c¶¶  d¶   e¶  f     | {a: b c¶d¶ e¶f}
          &x a                           | a
          [&x a, *x]                     | [a, a]
          !!str ~                        | ~
          ~                              |
          null                           |
          "~"                            | ~
          ''                             | ^^
          --- a¶--- b                    | a; b
          --- a¶...¶b                    | a; b
          %YAML 1.2¶--- a                | a
          a¶---                          | a
          """)
  void reads(String yaml, String values) {
    assertEquals(values == null ? "" : plain(values), all(documents(plain(yaml))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          [a                | 2  | a `,` or `]` is missing
          {a                | 2  | a `,` or `}` is missing
          [a}               | 2  | `}` closes another kind of bracket
          ]                 | 0  | `]` closes nothing
          , a               | 0  | a line can't begin with `,`
          [a¶, b]           | 3  | a line can't begin with `,`
          "a" b             | 4  | `b` can't stand behind a text in quotes
          "a", b            | 3  | `,` can't stand behind a text in quotes
          "a                | 2  | the text ends inside quotes
          "a¶--- b"         | 3  | a document begins or ends inside quotes
          "\\d"             | 1  | `\\d` is no escape of YAML
          "\\x4"            | 1  | an escape needs 2 hexadecimal digits
          a: b: c           | 4  | no value may stand here: a `: ` needs quotes around it
          - a¶ b: c         | 6  | no value may stand here: a `: ` needs quotes around it
          a: b¶- c          | 5  | a key must stand here
          - a: b¶ c: d      | 8  | the list ends here, but what follows isn't indented like it
          →- a              | 1  | no list may begin here
          a:¶  b¶→c         | 7  | a tab stands where a line is indented
          *x                | 0  | `*x` names no value before it
          %a                | 2  |
          a: @b             | 3  | `@` can't begin a value without quotes
          %YAML 2.0¶--- a   | 0  | `%YAML 2.0` is no directive of YAML 1
          """)
  void refuses(String yaml, int at, String message) {
    if (message == null) {
      assertEquals("", all(documents(plain(yaml))));
      return;
    }
    YamlReader.NotYaml not =
        assertInstanceOf(YamlReader.NotYaml.class, YamlReader.read(plain(yaml)), yaml);
    assertEquals(message + " at " + at, not.message() + " at " + not.at());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          abc          | c | 2
          'a''bc'      | b | 4
          "a\\tbc"     | b | 4
          "a¶  b"      | b | 5
          a¶  b¶  c    | c | 8
          - ¦¶  ab¶  c | c | 11
          - >¶  ab¶  c | c | 11
          "\\x41b"     | b | 5
          """)
  void everyCharacterKnowsItsPlace(String yaml, char c, int at) {
    YamlNode node = documents(plain(yaml)).documents().getFirst();
    Scalar scalar =
        assertInstanceOf(Scalar.class, node instanceof Sequence s ? s.items().getFirst() : node);
    assertEquals(at, scalar.offset(scalar.text().indexOf(c)));
  }

  @Test
  void anAliasIsTheVery() {
    Sequence list =
        assertInstanceOf(Sequence.class, documents("- &a [*a]\n- *a\n").documents().getFirst());
    Sequence inner = assertInstanceOf(Sequence.class, list.items().getFirst());
    assertSame(inner, inner.items().getFirst());
    assertSame(inner, list.items().getLast());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a¶---¶---¶b | 6
          ---¶---¶a   | 4
          a¶ , b      |
          a¶--- ~¶--- b | 8
          ~           |
          a¶---       |
          """)
  void anEmptyDocumentEndsAll(String yaml, Integer unread) {
    assertEquals(
        unread == null ? -1 : unread.intValue(), documents(plain(yaml)).unread().orElse(-1));
  }

  private static String plain(String text) {
    return text.replace('¶', '\n').replace('→', '\t').replace('¦', '|');
  }

  private static YamlReader.Documents documents(String yaml) {
    return assertInstanceOf(YamlReader.Documents.class, YamlReader.read(yaml), yaml);
  }

  private static String all(YamlReader.Documents documents) {
    return documents.documents().stream()
        .map(YamlReaderTest::text)
        .collect(Collectors.joining("; "));
  }

  private static String text(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.text();
      case Nothing _ -> "~";
      case Sequence list ->
          list.items().stream()
              .map(YamlReaderTest::text)
              .collect(Collectors.joining(", ", "[", "]"));
      case Mapping mapping ->
          mapping.entries().stream()
              .map(entry -> text(entry.key()) + ": " + text(entry.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
