package io.policyc.compiler.falco.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One condition for each way in which Falco refuses or warns of conditions and outputs: our code
/// and Falco's.
class RulesOfConditionsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a plugin's absent value     | ka.verb = <NA>                       | PC0922 COMPILE_CONDITION, PC0932 UNSAFE_NA_CHECK
          operators in capitals       | proc.name = a AND fd.num = 1         | PC0920 COMPILE_CONDITION
          `in` in capitals            | proc.name IN (a)                     | PC0920 COMPILE_CONDITION
          `not` as in C               | !proc.name = a                       | PC0920 COMPILE_CONDITION
          `and` as in C               | proc.name = a && fd.num = 1          | PC0920 COMPILE_CONDITION
          `!=` as in SQL              | proc.name <> a                       | PC0920 COMPILE_CONDITION
          comments                    | proc.name = a /* b */                | PC0920 COMPILE_CONDITION
          an open parenthesis         | (proc.name = a                       | PC0920 COMPILE_CONDITION
          a quote in a word           | proc.name = a"b                      | PC0920 COMPILE_CONDITION
          the other quote escaped     | proc.name = "it\\'s"                 | PC0920 COMPILE_CONDITION
          no escape                   | proc.name = "\\d"                    | PC0920 COMPILE_CONDITION
          characters by number        | proc.name = "\\x41"                  | PC0920 COMPILE_CONDITION
          a backslash at the end      | proc.name = "a\\\\"                  | PC0920 COMPILE_CONDITION
          a list for startswith       | proc.name startswith (a, b)          | PC0920 COMPILE_CONDITION
          no blank before a list      | proc.name = anyof(a)                 | PC0920 COMPILE_CONDITION
          no blank before a modifier  | proc.name =anyof (a)                 |
          a text for a list           | proc.name in "a"                     | PC0920 COMPILE_CONDITION
          a text as a number          | evt.num > a                          | PC0920 COMPILE_CONDITION
          an unknown macro            | shell                                | PC0921 VALIDATE
          a field alone               | fd.is_server                         | PC0920 COMPILE_CONDITION
          an unknown field            | proc.nam = a                         | PC0922 COMPILE_CONDITION
          an argument that is missing | k8s.pod.label = a                    | PC0922 COMPILE_CONDITION
          an argument behind a dot    | k8s.pod.label.app = a                | PC0922 COMPILE_CONDITION
          an argument nothing takes   | proc.name[1] = a                     | PC0922 COMPILE_CONDITION
          an argument that must index | evt.arg[flags] = a                   | PC0922 COMPILE_CONDITION
          an argument by index        | evt.arg[0] = a                       |
          an unknown argument         | evt.arg.flagz = a                    | PC0922 COMPILE_CONDITION
          an operator for texts       | evt.num contains 1                   | PC0923 COMPILE_CONDITION
          an operator for numbers     | fd.is_server > 1                     | PC0923 COMPILE_CONDITION
          texts in their order        | proc.name > 1                        |
          no text for an address      | fd.ip intersects (a)                 | PC0924 COMPILE_CONDITION
          256 bytes                   | proc.name = LONG                     | PC0924 COMPILE_CONDITION
          a hexadecimal number        | evt.num = 0x10                       | PC0924 COMPILE_CONDITION
          a fraction                  | evt.num = 1.5                        | PC0924 COMPILE_CONDITION
          a range of ports            | fd.sport = 80-90                     | PC0924 COMPILE_CONDITION
          a port too large            | fd.sport = 70000                     | PC0930
          a service                   | fd.sport = https                     |
          an unknown service          | fd.sport = httpz                     | PC0924 COMPILE_CONDITION
          a flag is no number         | fd.is_server = 1                     | PC0924 COMPILE_CONDITION
          a bad address               | fd.ip = 1.2.3                        | PC0924 COMPILE_CONDITION
          a bad network               | fd.net = 1.2.3.4/33                  | PC0924 COMPILE_CONDITION
          a regex of Perl             | proc.name regex '[a'                 | PC0926 COMPILE_CONDITION
          a regex without case        | proc.name regex '(?i)a'              | PC0926 COMPILE_CONDITION
          a group without a number    | proc.name regex '(?:a).*'            | PC0926 COMPILE_CONDITION
          a regex of no signs         | proc.name regex abc                  | PC0930 CONDITION_WARNING
          a field on the right        | proc.name = proc.pname               | PC0930 CONDITION_WARNING
          `val` with a regex          | proc.name regex val(proc.pname)      | PC0927 COMPILE_CONDITION
          `val` with paths            | proc.name pmatch val(proc.pname)     | PC0927 COMPILE_CONDITION
          `val` with a network        | fd.net = val(fd.cnet)                | PC0927 COMPILE_CONDITION
          `val` of another type       | proc.name = val(proc.pid)            | PC0927 COMPILE_CONDITION
          a transformer of a number   | tolower(proc.pid) = a                | PC0927 COMPILE_CONDITION
          an unknown event            | evt.type = opne                      | PC0925 COMPILE_CONDITION
          an event with `startswith`  | evt.type startswith ope              | PC0925 COMPILE_CONDITION
          an event with `val`         | evt.type = val(proc.name)            | PC0940 FATAL
          an event in small letters   | tolower(evt.type) = open             | PC0940 FATAL
          a transformer of two        | tolower(proc.name, proc.cmdline) = a | PC0940 FATAL
          a name that is asked for    | fd.sip.name startswith a             | PC0940
          an address among others     | fd.ip intersects (1.2.3.4)           | PC0940
          a modifier without values   | fd.ip = anyof ()                     | PC0940
          what will be dropped        | evt.dir = <                          | PC0909 DEPRECATED_ITEM
          no list in a list           | proc.name in (nolist, b)             |
          an empty list               | proc.name in ()                      |
          """)
  void conditions(String rule, String condition, String codes) {
    String yaml = rule("evt.type = open and " + condition.replace("LONG", "x".repeat(256)), "O");
    assertEquals(Optional.ofNullable(codes).orElse(""), codes(yaml));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          no event              | proc.name = a                            | PC0929 NO_EVTTYPE
          every event but one   | evt.type != open                         | PC0929 NO_EVTTYPE
          not an event          | not evt.type = open                      | PC0929 NO_EVTTYPE
          one open branch       | evt.type = open or proc.name = a         | PC0929 NO_EVTTYPE
          no event in a list    | evt.type in ()                           | PC0929 NO_EVTTYPE
          two events at once    | evt.type = open and evt.type = close     | PC0929 NO_EVTTYPE
          one event of some     | evt.type = anyof (open, close)           | PC0929 NO_EVTTYPE
          each branch an event  | evt.type = open or evt.type = close      |
          """)
  void events(String rule, String condition, String codes) {
    assertEquals(Optional.ofNullable(codes).orElse(""), codes(rule(condition, "O")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          a sign at the end     | 100%                | PC0928 COMPILE_OUTPUT
          two signs             | 100%%               | PC0928 COMPILE_OUTPUT
          a sign alone          | a % b               | PC0928 COMPILE_OUTPUT
          an unknown field      | a %proc.nam         | PC0928 COMPILE_OUTPUT
          no argument           | a %k8s.pod.label    | PC0928 COMPILE_OUTPUT
          an argument           | a %k8s.pod.label[b] |
          a transformer         | a %toupper(fd.name) |
          what may be missing   | a *%fd.name         |
          nothing left          | ^"%container.info"^ | PC0909 DEPRECATED_ITEM, PC0928 COMPILE_OUTPUT
          what will be dropped  | a %container.info   | PC0909 DEPRECATED_ITEM
          a deadly field        | a %evt.rawarg.res   | PC0940
          """)
  void outputs(String rule, String output, String codes) {
    assertEquals(
        Optional.ofNullable(codes).orElse(""),
        codes(rule("evt.type = open", output.startsWith("\"") ? output : '"' + output + '"')));
  }

  static String rule(String condition, String output) {
    return "- rule: R\n  desc: D\n  priority: INFO\n  condition: >-\n    "
        + condition
        + "\n  output: "
        + output
        + "\n";
  }

  /// Our codes, each with Falco's.
  static String codes(String yaml) {
    Set<String> codes =
        HostileRulesTest.check(yaml).stream()
            .map(f -> f.finding().rule() + f.falco().map(code -> " " + code).orElse(""))
            .collect(Collectors.toCollection(TreeSet::new));
    return String.join(", ", codes);
  }
}
