package io.policyc.compiler.falco.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One file for each way in which Falco refuses or warns of items: our code and Falco's.
///
/// In the tables `¶` ends a line, `RULE` stands for a rule named `R`, and `MORE` for its keys but
/// `rule`.
class RulesOfFilesTest {
  private static final String MORE =
      "  desc: D\n  condition: evt.type = open\n  output: O\n  priority: INFO\n";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          no list                | rule: R                                     | PC0900 YAML_VALIDATE
          no YAML                | - rule: [                                   | PC0900 YAML_PARSE
          an item that is text   | - R                                         | PC0902 YAML_VALIDATE
          nothing                | -                                           |
          no known kind          | - rul: R¶  desc: D                          | PC0903 UNKNOWN_ITEM
          an empty document      | ---¶---¶RULE                                | PC0903
          no known key           | RULE  descr: D                              | PC0903 UNKNOWN_KEY
          two parts              | - required_engine_version: 0.57             | PC0905 YAML_VALIDATE
          no version             | - required_engine_version: new              | PC0905 YAML_VALIDATE
          a newer engine         | - required_engine_version: 0.63.0           | PC0905 VALIDATE
          a number               | - required_engine_version: 57               |
          an unknown plugin      | - required_plugin_versions: [{name: x, version: 1.0.0}]         | PC0906 FATAL
          a newer plugin         | - required_plugin_versions: [{name: container, version: 9.0.0}] | PC0906 FATAL
          another major version  | - required_plugin_versions: [{name: container, version: 1.0.0}] | PC0906 FATAL
          a plugin without       | - required_plugin_versions: [{name: container}]                 | PC0902 YAML_VALIDATE
          a list's name          | - list: "a b"¶  items: []                   | PC0907 INVALID_LIST_NAME, PC0912 UNUSED_LIST
          a macro's name         | - macro: a-b¶  condition: evt.type = open   | PC0907 INVALID_MACRO_NAME, PC0912 UNUSED_MACRO
          a macro's first letter | - macro: _a¶  condition: evt.type = open    | PC0907 INVALID_MACRO_NAME, PC0912 UNUSED_MACRO
          items that are no list | - list: a¶  items: b                        | PC0902 YAML_VALIDATE
          no items               | - list: a                                   | PC0902 YAML_VALIDATE
          no condition           | - macro: a                                  | PC0902 YAML_VALIDATE
          an unused macro        | - macro: a¶  condition: evt.type = open     | PC0912 UNUSED_MACRO
          an unused list         | - list: a¶  items: [b]                      | PC0912 UNUSED_LIST
          a field in no rule     | - macro: a¶  condition: a.b = 1             | PC0912 UNUSED_MACRO
          a sign in no rule      | - macro: a¶  condition: a.b ~ 1             | PC0920 COMPILE_CONDITION
          a macro too early      | - macro: a¶  condition: b¶- macro: b¶  condition: evt.type = open¶RULE | PC0921 VALIDATE
          """)
  void items(String rule, String yaml, String codes) {
    assertCodes(yaml, codes);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          no condition          | - rule: R¶  desc: D¶  output: O¶  priority: INFO                                      | PC0902 YAML_VALIDATE
          no output             | - rule: R¶  desc: D¶  condition: evt.type = open¶  priority: INFO                     | PC0902 YAML_VALIDATE
          no desc               | - rule: R¶  output: O¶  condition: evt.type = open¶  priority: INFO                   | PC0902 YAML_VALIDATE
          no priority           | - rule: R¶  output: O¶  condition: evt.type = open¶  desc: D                          | PC0902 YAML_VALIDATE
          a blank output        | - rule: R¶  desc: D¶  condition: evt.type = open¶  output: " "¶  priority: INFO       | PC0928 COMPILE_OUTPUT
          a blank desc          | - rule: R¶  desc: " "¶  condition: evt.type = open¶  output: O¶  priority: INFO       |
          an unknown priority   | - rule: R¶  desc: D¶  condition: evt.type = open¶  output: O¶  priority: HIGH         | PC0904 YAML_VALIDATE
          a shortened priority  | - rule: R¶  desc: D¶  condition: evt.type = open¶  output: O¶  priority: CRIT         | PC0904 YAML_VALIDATE
          a priority in small   | - rule: R¶  desc: D¶  condition: evt.type = open¶  output: O¶  priority: info         |
          tags that are no list | RULE  tags: a                              | PC0902 YAML_VALIDATE
          enabled is no flag    | RULE  enabled: 1                           | PC0902 YAML_VALIDATE
          an unknown source     | RULE  source: k8s_audit                    | PC0911 UNKNOWN_SOURCE
          an unknown field      | - rule: R¶  desc: D¶  condition: evt.type = open and a.b = c¶  output: O¶  priority: INFO¶  skip-if-unknown-filter: true | PC0931 UNKNOWN_FILTER
          only enabled          | RULE- rule: R¶  enabled: false             | PC0909 DEPRECATED_ITEM
          the old append        | RULE- rule: R¶  condition: and fd.num = 1¶  append: true                         | PC0909 DEPRECATED_ITEM
          the target is missing | - rule: R¶  condition: and fd.num = 1¶  override: {condition: append}            | PC0908 VALIDATE
          a key isn't named     | RULE- rule: R¶  condition: and fd.num = 1¶  output: P¶  override: {condition: append} | PC0908 YAML_VALIDATE
          a named key is absent | RULE- rule: R¶  condition: and fd.num = 1¶  override: {condition: append, output: append} | PC0908 YAML_VALIDATE
          no appending          | RULE- rule: R¶  priority: DEBUG¶  override: {priority: append}                   | PC0908 YAML_VALIDATE
          no such change        | RULE- rule: R¶  output: P¶  override: {output: prepend}                          | PC0908 YAML_VALIDATE
          both ways             | RULE- rule: R¶  output: P¶  append: true¶  override: {output: append}            | PC0908 YAML_VALIDATE, PC0909 DEPRECATED_ITEM
          a list of changes     | RULE- rule: R¶  output: P¶  override: []                                         | PC0902 YAML_VALIDATE, PC0940 FATAL
          a scalar of changes   | RULE  override: append                                                           | PC0934
          """)
  void rules(String rule, String yaml, String codes) {
    assertCodes(yaml, codes);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          all is well           | {name: e, fields: [fd.name, proc.name], comps: [=, in], values: [[a, [b, c]]]} |
          no name               | {fields: [fd.name], values: [[a]]}                                  | PC0902 YAML_VALIDATE
          no fields             | {name: e, values: [[a]]}                                            | PC0902 YAML_VALIDATE
          too few comparisons   | {name: e, fields: [fd.name, proc.name], comps: [=]}                 | PC0910 VALIDATE
          an unknown comparison | {name: e, fields: [fd.name], comps: [is], values: [[a]]}            | PC0910 VALIDATE
          an unknown field      | {name: e, fields: [fd.nam], values: [[a]]}                          | PC0910 VALIDATE
          one field equals      | {name: e, fields: fd.name, comps: =, values: [a]}                   | PC0910 VALIDATE
          one field             | {name: e, fields: fd.name, values: [a]}                             |
          too few values        | {name: e, fields: [fd.name, proc.name], values: [[a]]}              | PC0910 VALIDATE
          a sign in a value     | {name: e, fields: [fd.name], values: [["a=b"]]}                     | PC0920 COMPILE_CONDITION
          quotes in a value     | {name: e, fields: [fd.name], values: [['"a=b"']]}                   |
          """)
  void exceptions(String rule, String exception, String codes) {
    assertCodes("RULE  exceptions:¶  - " + exception, codes);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          twice one name     | RULE  exceptions:¶  - {name: e, fields: [fd.name], values: [[a]]}¶  - {name: e, fields: [fd.name], values: [[b]]} | PC0914 EXCEPTION_NAME_NOT_UNIQUE
          nothing is added   | RULE  exceptions:¶  - {name: e, fields: [fd.name], values: [[a]]}¶- rule: R¶  exceptions:¶  - {name: e}¶  override: {exceptions: append} | PC0914 APPEND_NO_VALUES
          nothing compares   | RULE  exceptions:¶  - {name: e, fields: [fd.name], values: [[a]]}¶- rule: R¶  exceptions:¶  - {name: f, fields: [fd.name], values: [[a]]}¶  override: {exceptions: replace} | PC0940
          nothing before it  | RULE- rule: R¶  exceptions:¶  - {name: f, fields: [fd.name], values: [[a]]}¶  override: {exceptions: replace} | PC0940 FATAL
          a name for a value | RULE- list: open¶  items: [openat, openat2] | PC0920 COMPILE_CONDITION, PC0930
          a name in quotes   | - list: run¶  items: [a, b]¶- rule: R¶  desc: D¶  condition: evt.type = open and proc.name = "go run now"¶  output: O¶  priority: INFO | PC0930
          one item in place  | - list: open¶  items: [openat]¶RULE | PC0930
          a sign in an item  | - list: a¶  items: ["b=c"]¶- rule: R¶  desc: D¶  condition: evt.type = open and proc.name in (a)¶  output: O¶  priority: INFO | PC0920 COMPILE_CONDITION
          a list of two      | - list: a¶  items: [b, c]¶- rule: R¶  desc: D¶  condition: evt.type = open and proc.name in a¶  output: O¶  priority: INFO | PC0920 COMPILE_CONDITION
          a comma in an item | - list: a¶  items: ["b,c"]¶- rule: R¶  desc: D¶  condition: evt.type = open and proc.name in (a)¶  output: O¶  priority: INFO | PC0930
          """)
  void texts(String rule, String yaml, String codes) {
    assertCodes(yaml, codes);
  }

  private static void assertCodes(String yaml, String codes) {
    String text = yaml.replace("RULE", "- rule: R\n" + MORE).replace("¶", "\n");
    assertEquals(Optional.ofNullable(codes).orElse(""), RulesOfConditionsTest.codes(text));
  }
}
