package io.policyc.compiler.project.toml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What TOML 1.0 takes and what it refuses, one feature a row.
class TomlReaderTest {
  /// `⏎` in a row is a line end, `→` a tab.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                                | value
          ''                                  | {}
          # only a comment                    | {}
          a = 1 # after                       | {a: 1}
          a = 1⏎⏎b = 2⏎                       | {a: 1, b: 2}
          a-b_1 = 1                           | {a-b_1: 1}
          1234 = 1                            | {1234: 1}
          "a b" = 1                           | {a b: 1}
          'a"b' = 1                           | {a"b: 1}
          "" = 1                              | {: 1}
          a.b.c = 1⏎a.b.d = 2                 | {a: {b: {c: 1, d: 2}}}
          a . "b.c" = 1                       | {a: {b.c: 1}}
          3.14 = 1                            | {3: {14: 1}}
          [a]⏎b = 1⏎[c]⏎d = 2                 | {a: {b: 1}, c: {d: 2}}
          [a.b.c]⏎d = 1⏎[a]⏎e = 2             | {a: {b: {c: {d: 1}}, e: 2}}
          [ a . 'b' ]⏎c = 1                   | {a: {b: {c: 1}}}
          [a]⏎b.c = 1⏎[a.b.d]⏎e = 2           | {a: {b: {c: 1, d: {e: 2}}}}
          [[a]]⏎b = 1⏎[[a]]⏎b = 2             | {a: [{b: 1}, {b: 2}]}
          [[a]]⏎[a.b]⏎c = 1⏎[[a]]             | {a: [{b: {c: 1}}, {}]}
          [[a.b]]⏎[[a.b]]                     | {a: {b: [{}, {}]}}
          a = { b = 1, c.d = 2 }              | {a: {b: 1, c: {d: 2}}}
          a = {}                              | {a: {}}
          a = []                              | {a: []}
          a = [1, [2, "x"], { b = 3 }, ]      | {a: [1, [2, 'x'], {b: 3}]}
          a = [ # one⏎1, # two⏎2⏎]            | {a: [1, 2]}
          a = "x\\t\\"\\\\\\b\\n\\f\\r"       | {a: 'x<9>"\\<8><a><c><d>'}
          a = "\\u00e9\\U0001F600"            | {a: 'é😀'}
          a = 'C:\\x'                         | {a: 'C:\\x'}
          a = \"""⏎one⏎two\"""                | {a: 'one<a>two'}
          a = \"""one \\⏎   ⏎  two\"""        | {a: 'one two'}
          a = \"""say ""hi\"""\""              | {a: 'say ""hi""'}
          a = '''⏎one\\⏎'two''''              | {a: 'one\\<a>'two''}
          a = 'x→y'                           | {a: 'x<9>y'}
          a = +99                             | {a: 99}
          a = -0                              | {a: 0}
          a = 1_000                           | {a: 1000}
          a = 0xDEAD_beef                     | {a: 3735928559}
          a = 0o755                           | {a: 493}
          a = 0b1101                          | {a: 13}
          a = 9223372036854775807             | {a: 9223372036854775807}
          a = -9223372036854775808            | {a: -9223372036854775808}
          a = 1.5                             | {a: ~1.5}
          a = -1_0.0_1e+1_0                   | {a: ~-1.001E11}
          a = 5e3                             | {a: ~5000.0}
          a = 1e06                            | {a: ~1000000.0}
          a = -inf                            | {a: ~-Infinity}
          a = nan                             | {a: ~NaN}
          a = true⏎b = false                  | {a: true, b: false}
          a = 1979-05-27T07:32:00Z            | {a: @1979-05-27T07:32:00Z}
          a = 1979-05-27 07:32:00.5-07:00     | {a: @1979-05-27 07:32:00.5-07:00}
          a = 1979-05-27t07:32:00             | {a: @1979-05-27t07:32:00}
          a = 1979-05-27                      | {a: @1979-05-27}
          a = 07:32:00.999                    | {a: @07:32:00.999}
          a = 2024-02-29                      | {a: @2024-02-29}
          """)
  void takes(String text, String value) {
    Checked<TomlValue.Table> read = read(text);
    assertEquals(List.of(), read.findings());
    assertEquals(special(value), shown(read.value()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                          | at  | message
          a                             | 1:2 | `=` is missing after the key `a`
          a =                           | 1:4 | a value is missing
          a = 1 b = 2                   | 1:7 | only a comment may follow a value on its line
          = 1                           | 1:1 | a key is missing
          a. = 1                        | 1:4 | a key is missing
          é = 1                         | 1:1 | a key is missing
          a = 1⏎a = 2                   | 2:1 | `a` is defined twice
          a.b = 1⏎a.b = 2               | 2:3 | `b` is defined twice
          a = 1⏎a.b = 2                 | 2:1 | `a` is defined twice
          [a]⏎[a]                       | 2:2 | `a` is defined twice
          [a.b]⏎[a]⏎b.c = 1             | 3:1 | `b` is defined twice
          [a]⏎b.c = 1⏎[a.b]             | 3:4 | `b` is defined twice
          a = {}⏎[a.b]                  | 2:2 | `a` is defined twice
          a = { b = 1 }⏎a.c = 2         | 2:1 | `a` is defined twice
          a = { b = 1, b = 2 }          | 1:14 | `b` is defined twice
          a = []⏎[[a]]                  | 2:3 | `a` is defined twice
          [[a]]⏎[a]                     | 2:2 | `a` is defined twice
          [a]⏎[[a]]                     | 2:3 | `a` is defined twice
          [[a.b]]⏎[a]⏎b.c = 1           | 3:1 | `b` is defined twice
          []                            | 1:2 | a key is missing
          [a                            | 1:3 | a header ends with `]`
          [[a]                          | 1:4 | a header ends with `]]`
          [a] b = 1                     | 1:5 | only a comment may follow a header on its line
          a = [1 2]                     | 1:8 | `,` or `]` is missing in this list
          a = [1                        | 1:7 | `,` or `]` is missing in this list
          a = [,]                       | 1:6 | a value cannot begin here
          a = { b = 1, }                | 1:14 | a key is missing
          a = { b = 1⏎}                 | 1:12 | `,` or `}` is missing in this table; it stands on one line
          a = "x                        | 1:5 | this text has no closing quote on its line
          a = \"""x                     | 1:5 | this text has no closing quotes
          a = "\\x"                     | 1:6 | `\\x` is not an escape of TOML
          a = "\\u12"                   | 1:6 | this escape needs 4 hexadecimal digits
          a = "\\ud800"                 | 1:6 | this escape names no character
          a = "\\U00110000"             | 1:6 | this escape names no character
          a = "x<1>"                    | 1:7 | the control character U+0001 is not allowed here
          # x<1>                        | 1:4 | the control character U+0001 is not allowed here
          a = 1<d>b = 2                 | 1:6 | only a comment may follow a value on its line
          a = 01                        | 1:5 | `01` is not a value
          a = 1__0                      | 1:5 | `1__0` is not a value
          a = _1                        | 1:5 | `_1` is not a value
          a = 1_                        | 1:5 | `1_` is not a value
          a = +0x1                      | 1:5 | `+0x1` is not a value
          a = 0x-1                      | 1:5 | `0x-1` is not a value
          a = 0XFF                      | 1:5 | `0XFF` is not a value
          a = 1.                        | 1:5 | `1.` is not a value
          a = .5                        | 1:5 | `.5` is not a value
          a = 1.e5                      | 1:5 | `1.e5` is not a value
          a = 03.14                     | 1:5 | `03.14` is not a value
          a = True                      | 1:5 | `True` is not a value
          a = web                       | 1:5 | `web` is not a value
          a = 2023-02-29                | 1:5 | `2023-02-29` is not a value
          a = 25:00:00                  | 1:5 | `25:00:00` is not a value
          a = 2024-01-01T10:00          | 1:5 | `2024-01-01T10:00` is not a value
          a = 2024-01-01T10:00:00+25:00 | 1:5 | `2024-01-01T10:00:00+25:00` is not a value
          a = 9223372036854775808       | 1:5 | `9223372036854775808` does not fit into 64 bits
          """)
  void refuses(String text, String at, String message) {
    List<Finding> findings = read(text).findings();
    assertEquals(
        List.of("a.toml:" + at + " PC0801 " + special(message)),
        findings.stream()
            .map(f -> f.at().orElseThrow() + " " + f.rule() + " " + f.message())
            .toList());
  }

  @Test
  void saysHowToWriteAValue() {
    assertEquals(
        Optional.of("put text in quotes, and write numbers and dates as TOML does"),
        read("a = web").findings().getFirst().help());
  }

  @Test
  void passesOverAByteOrderMarkAtTheStartOnly() {
    Checked<TomlValue.Table> marked = read("\uFEFFa = 1");
    assertEquals(List.of(), marked.findings());
    assertEquals("a", marked.value().members().values().iterator().next().key().text());
    assertEquals(1, read("a = 1⏎\uFEFFb = 1").findings().size());
  }

  @ParameterizedTest
  @MethodSource("deep")
  void boundsDepth(String text) {
    assertEquals(1, TomlReader.read(new Source("a.toml", text)).findings().size());
  }

  static List<String> deep() {
    return List.of(
        "a = " + "[".repeat(100_000),
        "a = " + "{ b = ".repeat(100_000),
        "a" + ".a".repeat(100_000) + " = 1");
  }

  @Test
  void neverThrows() {
    Random random = new Random(20261124);
    String letters = "ab=[]{}.,\"'#\n\r\t 019_-+:eTZ\\uxf\u0001é😀";
    for (int round = 0; round < 20_000; round++) {
      String text =
          random
              .ints(random.nextInt(40), 0, letters.length())
              .mapToObj(at -> letters.substring(at, at + 1))
              .collect(Collectors.joining());
      assertTrue(TomlReader.read(new Source("a.toml", text)).findings().size() <= 1, text);
    }
  }

  @Test
  void knowsWhereKeysAndValuesStand() {
    TomlValue.Table table = read("[a]⏎b = [ 1 ]").value();
    TomlValue.Member a = table.members().values().iterator().next();
    TomlValue.Member b = ((TomlValue.Table) a.value()).members().values().iterator().next();
    assertEquals(
        List.of("a", "[a]", "b", "[ 1 ]"),
        List.of(a.key().text(), a.value().span().text(), b.key().text(), b.value().span().text()));
  }

  private static Checked<TomlValue.Table> read(String text) {
    return TomlReader.read(new Source("a.toml", text.equals("''") ? "" : special(text)));
  }

  private static String special(String text) {
    String out = text.replace('⏎', '\n').replace('→', '\t');
    for (String hex : List.of("1", "8", "9", "a", "c", "d")) {
      out = out.replace("<" + hex + ">", Character.toString(Integer.parseInt(hex, 16)));
    }
    return out;
  }

  private static String shown(TomlValue value) {
    return switch (value) {
      case TomlValue.Text(var text, _) -> "'" + text + "'";
      case TomlValue.Whole(var number, _) -> Long.toString(number);
      case TomlValue.Real(var number, _) -> "~" + number;
      case TomlValue.Truth(var truth, _) -> Boolean.toString(truth);
      case TomlValue.Moment(var text, _) -> "@" + text;
      case TomlValue.Items(var items, _) ->
          items.stream().map(TomlReaderTest::shown).collect(Collectors.joining(", ", "[", "]"));
      case TomlValue.Table(var members, _) ->
          members.entrySet().stream()
              .map(member -> member.getKey() + ": " + shown(member.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
