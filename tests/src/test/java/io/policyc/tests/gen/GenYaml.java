package io.policyc.tests.gen;

import java.util.List;

/// Texts of odd YAML: the scalars that readers differ about, in every style and place.
public final class GenYaml {
  private static final List<String> SCALARS =
      List.of(
          "yes",
          "y",
          "Y",
          "n",
          "on",
          "On",
          "oN",
          "OFF",
          "true",
          "True",
          "tRue",
          "null",
          "~",
          "Null",
          "NULL",
          "nULL",
          "0",
          "00",
          "-0",
          "+1",
          "010",
          "0o10",
          "0O10",
          "08",
          "09.5",
          "0x1F",
          "0Xff",
          "0b11",
          "-0b11",
          "0b-1",
          "0b",
          "0x",
          "0o",
          "1_000",
          "1__0",
          "_1",
          "-_1",
          "1:30",
          "190:20:30",
          "1.0",
          "1.",
          ".5",
          "-.5",
          "+.5e3",
          ".",
          "..",
          ".e1",
          "1e3",
          "1E-3",
          "1e400",
          "-1e400",
          "1e",
          "1.5e+3",
          "1.e2",
          ".inf",
          "-.Inf",
          ".nan",
          ".NAN",
          "inf",
          "NaN",
          "9223372036854775807",
          "9223372036854775808",
          "18446744073709551615",
          "18446744073709551616",
          "-9223372036854775808",
          "-9223372036854775809",
          "+9223372036854775808",
          "2026-01-01",
          "2026-1-1",
          "2026-02-30",
          "2026-01-01T01:02:03Z",
          "2026-01-01 01:02:03",
          "2001-12-14 21:59:43.10 -5",
          "-",
          "--",
          "---a",
          "a:b",
          "a: b",
          "a#b",
          "a #b",
          "a  b",
          "-a",
          "?a",
          ":a",
          "::",
          "a:",
          "@a",
          "`a",
          "%a",
          "&a",
          "*a",
          "*missing",
          "!a",
          "! yes",
          "!!str yes",
          "!!int '12'",
          "!!int 1.0",
          "!!float 12",
          "!!float x",
          "!!bool yes",
          "!!bool 'no'",
          "!!bool 1",
          "!!null ''",
          "!!null x",
          "!!binary aGk=",
          "!!binary x",
          "!!timestamp 2026-01-01",
          "!!timestamp x",
          "!foo 1",
          "!<tag:yaml.org,2002:str> 1",
          "<<",
          "=",
          "'a'",
          "'it''s'",
          "\"a\"",
          "\"\\t\\n\"",
          "\"\\x41\"",
          "\"\\u00e9\"",
          "\"\\ud800\"",
          "\"\\U0001F600\"",
          "\"\\/\"",
          "\"\\q\"",
          "\"\\e\\0\\N\\_\\L\\P\"",
          "é",
          "日本",
          "😀",
          "'😀 a'",
          "{}",
          "[]",
          "[a, b]",
          "[a b, c]",
          "[a,b,]",
          "[,]",
          "[a: b]",
          "{a: b}",
          "{a}",
          "{a,b}",
          "{a: b,}",
          "{a:b}",
          "{\"a\":b}",
          "{'a':b}",
          "{a: }",
          "{a: b c: d}",
          "{{ x }}",
          "[[a]]",
          "{? a : b}",
          "{a: [b, {c: d}]}",
          "[a\t,\tb]",
          "\ta",
          "a\tb",
          "\"a\tb\"",
          "a\t#c",
          "\"a\"\t#c",
          "|\n      a\n      b",
          ">-\n      a\n      b",
          "|2\n      a",
          "|+\n      a\n\n",
          ">\n      a\n\n      b",
          "|\n      a\tb",
          "|-\n",
          "|0\n      a",
          "a\n      b",
          "'a\n      b'",
          "\"a\n      b\"",
          "\"a\\\n      b\"",
          "\"a",
          "'a",
          "[a",
          "{a",
          "]",
          "}",
          ",",
          "|",
          ">",
          "%",
          "#",
          "");

  private static final List<String> KEYS =
      List.of(
          "a",
          "b",
          "a",
          "c",
          "yes",
          "n",
          "1",
          "010",
          "1.5",
          "1e6",
          "1234567.0",
          "1e-7",
          "null",
          "~",
          ".inf",
          "2026-01-01",
          "'q'",
          "\"d\"",
          "\"a\"",
          "[a]",
          "{a: b}",
          "? a",
          "&k k",
          "*k",
          "!!str 1",
          "!!int '3'",
          "a b",
          "a-b",
          "18446744073709551615",
          "<<",
          "'<<'",
          "é",
          "-",
          "-a",
          "a\t",
          "a ");

  private final Dice dice;

  private GenYaml(Dice dice) {
    this.dice = dice;
  }

  /// A text of one or several documents.
  public static String of(Dice dice) {
    return new GenYaml(dice).text();
  }

  private String text() {
    StringBuilder out = new StringBuilder();
    int documents = dice.chance(80) ? 1 : dice.between(2, 3);
    for (int i = 0; i < documents; i++) {
      if (i > 0 || dice.chance(10)) {
        out.append(
            dice.one("---\n", "---\n", "---\n", "--- # next\n", "--- a\n", "...\n", "---\r\n"));
      }
      out.append(document());
    }
    String text = dice.chance(2) && out.indexOf("\uFEFF") != 0 ? "\uFEFF" + out : out.toString();
    return dice.chance(3) ? text.replace("\n", "\r\n") : text;
  }

  private String document() {
    return switch (dice.between(0, 9)) {
      case 0 -> scalar() + "\n";
      case 1 -> list(0);
      case 2 -> merges();
      case 3 -> json();
      case 4 ->
          dice.one(
              "",
              "# nothing\n",
              "\n\n",
              "a: b\n\n# end\n",
              "\uFEFFa: b\n",
              "a: b\n c: d\n",
              " a: b\n");
      default -> mapping(0);
    };
  }

  private String scalar() {
    return dice.pick(SCALARS);
  }

  private String between() {
    return dice.one(" ", " ", " ", " ", "  ", "\t", " \t", "\n      ", " # c\n      ");
  }

  private String value(int depth) {
    if (depth < 4 && dice.chance(15)) {
      return "\n" + mapping(depth + 1);
    }
    if (depth < 4 && dice.chance(10)) {
      return "\n" + list(depth + dice.between(0, 1));
    }
    String anchor = dice.chance(6) ? " &k" : "";
    return anchor
        + (dice.chance(5) ? "" : between() + scalar())
        + dice.one("", "", "", "", " ", "\t", " # c")
        + "\n";
  }

  private String mapping(int depth) {
    StringBuilder out = new StringBuilder();
    int fields = dice.between(1, 3);
    for (int i = 0; i < fields; i++) {
      String key = dice.chance(60) ? "k" + i : dice.pick(KEYS);
      out.append("  ".repeat(depth)).append(dice.chance(2) ? "\t" : "").append(key).append(':');
      out.append(value(depth));
    }
    return out.toString();
  }

  private String list(int depth) {
    StringBuilder out = new StringBuilder();
    int items = dice.between(1, 3);
    for (int i = 0; i < items; i++) {
      out.append("  ".repeat(depth))
          .append('-')
          .append(dice.chance(20) ? " k:" : "")
          .append(value(depth));
    }
    return out.toString();
  }

  private String merges() {
    String key = dice.one("<<", "<<", "'<<'", "!!merge <<", "! <<");
    String what =
        dice.one(
            "*x",
            "*y",
            "[*x, *y]",
            "[*y, *x]",
            "{d: 4}",
            "*s",
            "[*x, {d: 5}]",
            "1",
            "[]",
            "*z",
            "[1]",
            "[[*x]]",
            "",
            "*l");
    String own = dice.one("a: 9\n", "");
    String late = dice.one("b: 8\n", "b: 8\nb: 7\n", "");
    return "x: &x {a: 1, b: 2}\ny: &y {b: 3, c: [1, 2]}\ns: &s 1\nl: &l [*x]\n"
        + dice.one("z: &z {<<: *x, b: 5}\n", "z: &z {a: *z}\n", "z: &z {}\n")
        + own
        + key
        + ": "
        + what
        + "\n"
        + late;
  }

  private String json() {
    String value =
        dice.one(
            "1",
            "1.0",
            "1e3",
            "-0",
            "01",
            "1.",
            "\"\\/\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud800\"",
            "tru",
            "true",
            "null",
            "[1,]",
            "[]",
            "{}",
            "\"a\tb\"",
            "'a'",
            "12345678901234567890",
            "1e400",
            "\"\\x41\"",
            "[1 2]",
            "NaN",
            "y");
    String blank = dice.one("", " ", "\n", "\t", "\n\t");
    return "{"
        + blank
        + "\"a\":"
        + blank
        + value
        + blank
        + ",\"b\":[1,{\"a\":2"
        + dice.one(",\"a\":3", "")
        + "}]"
        + blank
        + dice.one("}", "}", "}", "", "}}", "} {\"c\":1}", "}\n{\"c\":1}\n{\"d\":", ",}")
        + "\n";
  }
}
