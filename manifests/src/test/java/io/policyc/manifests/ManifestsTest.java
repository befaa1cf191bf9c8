package io.policyc.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What texts mean, and what is found in those that are broken.
class ManifestsTest {
  private static final Duration HANGS = Duration.ofMinutes(2);

  private static Checked<List<Value>> documents(String text) {
    return Manifests.documents(new Source("a.yaml", text));
  }

  private static Checked<List<Manifest>> read(String text) {
    return Manifests.read(new Source("a.yaml", text));
  }

  private static String codes(List<Finding> findings) {
    return findings.stream()
        .map(f -> f.rule() + f.at().map(at -> "@" + at.line() + ":" + at.column()).orElse(""))
        .collect(Collectors.joining(" "));
  }

  static String show(Value value) {
    return switch (value) {
      case Value.Null _ -> "null";
      case Value.Bool(var is, _) -> Boolean.toString(is);
      case Value.Text(var text, _) -> '"' + text + '"';
      case Value.Numeric(var number, _) -> number.stripTrailingZeros().toPlainString();
      case Value.Sequence(var items, _) ->
          items.stream().map(ManifestsTest::show).collect(Collectors.joining(",", "[", "]"));
      case Value.Mapping map ->
          map.fields().stream()
              .map(f -> f.name() + ":" + show(f.value()))
              .collect(Collectors.joining(",", "{", "}"));
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text            | value
          yes             | true
          y               | true
          On              | true
          oN              | "oN"
          n               | false
          "yes"           | "yes"
          ! yes           | "yes"
          !!bool 'no'     | false
          ~               | null
          nULL            | "nULL"
          010             | 8
          0o10            | 8
          08              | 8
          0x1F            | 31
          0b11            | 3
          0b-1            | -1
          1_000           | 1000
          _1              | "_1"
          1:30            | "1:30"
          2026-01-01      | "2026-01-01"
          1.0             | 1
          1e3             | 1000
          1e400           | "1e400"
          .5              | 0.5
          18446744073709551615 | 18446744073709551615
          9007199254740993     | 9007199254740993
          a:<TAB>b        | {a:"b"}
          [a<TAB>,<TAB>b] | ["a","b"]
          a<TAB>b         | "a<TAB>b"
          yes: 1          | {true:1}
          1.5: x          | {1.5:"x"}
          010: x          | {8:"x"}
          {a: 1, a: 2}    | {a:2}
          {x: &k {a: 1}, <<: *k}       | {x:{a:1},a:1}
          {a: 2, <<: {a: 1}}           | {a:1}
          {<<: {a: 1}, a: 2}           | {a:2}
          {<<: [{a: 1}, {a: 2, b: 3}]} | {a:1,b:3}
          {"a": 1.0, "b": "\\/"}     | {a:1,b:"/"}
          """)
  void aTextIsWhatTheServerTakesItFor(String text, String value) {
    Checked<List<Value>> read = documents(text.replace("<TAB>", "\t"));
    assertEquals(false, read.hasErrors(), () -> read.findings().toString());
    assertEquals(value.replace("<TAB>", "\t"), show(read.value().getFirst()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                          | findings           | documents
          a: [                          | PC1003@1:5         | 0
          a: 1;---;b: {;---;c: 3;       | PC1003@4:1         | 2
          {"a": 1}{"b": 2};x            | PC1003@1:17        | 2
          {"a": "1" "b"}                | PC1003@1:11        | 0
          --- a;b: 1                    | PC1003@1:1 | 1
          a: 1;b: {{ x }}               | PC1002@2:4         | 0
          a: .inf                       | PC1007@1:4         | 0
          ? [a];: b                     | PC1007@1:3         | 0
          ~: b                          | PC1007@1:1         | 0
          a: *b                         | PC1007@1:4         | 0
          a: &a [*a]                    | PC1007@1:8         | 0
          <<: 1                         | PC1007@1:1         | 0
          a: !!int x                    | PC1007@1:4         | 0
          a: "\\ud800"                | PC1003@1:5         | 0
          a: 1;a: 2                     | PC1006@2:1         | 1
          a: 1;<<: {a: 2}               | PC1006@2:1         | 1
          a: 1;...;b: 2                 | PC1009@3:1         | 1
          %a                            | PC1003@1:1         | 0
          a: "\\u                        | PC1003@1:7         | 0
          a: "\\U00110000"               | PC1003@1:7         | 0
          """)
  void aBrokenDocumentIsFoundAtItsPlaceAndTheOthersAreRead(
      String text, String findings, int documents) {
    Checked<List<Value>> read = documents(text.replace(";", "\n"));
    assertEquals(findings, codes(read.findings()), () -> read.findings().toString());
    assertEquals(documents, read.value().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                                                   | objects                | findings
          {apiVersion: v1, kind: Pod, metadata: {name: a}}       | v1 Pod/a               | ``
          {apiVersion: apps/v1, kind: Deployment}                | apps/v1 Deployment     | ``
          {apiVersion: v1, kind: Pod, metadata: {generateName: a-}} | v1 Pod/a-*          | ``
          {apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: Pod}, null]} | v1 Pod | ``
          {apiVersion: v1, kind: PodList, items: [{metadata: {name: a}}]} | v1 Pod/a      | ``
          {apiVersion: v1, kind: ConfigList}                     | v1 ConfigList          | ``
          ---;# nothing;---;                                     | ``                     | PC1008@1:1
          {}                                                     | ``                     | PC1008@1:1
          a: 1                                                   | ``                     | PC1010@1:1
          [1]                                                    | ``                     | PC1010@1:1
          {kind: Pod}                                            | ``                     | PC1010@1:1
          {apiVersion: v1, kind: 1}                              | ``                     | PC1020@1:24
          """)
  void objectsAreThoseThatKubectlSends(String text, String objects, String findings) {
    Checked<List<Manifest>> read = read(text.replace(";", "\n"));
    assertEquals(
        objects,
        read.value().stream()
            .map(m -> m.apiVersion() + " " + m.label())
            .collect(Collectors.joining(", ")));
    assertEquals(findings, codes(read.findings()));
  }

  @Test
  void spansAreThoseOfTheText() {
    String text = "# 😀\na:\n  b: '😀 x'\n  c: [1, 22]\nd: e\n";
    Place root = Place.of(documents(text).value().getFirst());
    assertEquals("'😀 x'", root.at("a", "b").span().text());
    assertEquals("22", root.at("a", "c", 1).span().text());
    assertEquals("b: '😀 x'\n  c: [1, 22]", root.at("a").span().text());
    assertEquals("d", root.fields().getLast().at().text());
    assertEquals(3, root.at("a", "b").span().line());
  }

  @Test
  void spansInJsonAreThoseOfTheText() {
    String text = "\n{\t\"a\": {\"b\": [1, \"x\"]}}\n{\"c\": true}";
    List<Value> read = documents(text).value();
    assertEquals("\"x\"", Place.of(read.getFirst()).at("a", "b", 1).span().text());
    assertEquals("true", Place.of(read.getLast()).at("c").span().text());
    assertEquals("{\"b\": [1, \"x\"]}", Place.of(read.getFirst()).at("a").span().text());
  }

  @Test
  void bytesThatAreNoTextAreSaidToBeNone() {
    assertEquals("PC1001", codes(Manifests.read("a.png", new byte[] {(byte) 0x89, 80}).findings()));
    assertEquals("PC1001", codes(read("a\0b").findings()));
    byte[] pod = "{apiVersion: v1, kind: Pod}".getBytes(StandardCharsets.UTF_8);
    assertEquals(1, Manifests.read("a.yaml", pod).value().size());
  }

  @Test
  void aLargeFileIsRefusedUnread() {
    byte[] large = new byte[Manifests.MAX_BYTES + 1];
    assertEquals("PC1000", codes(Manifests.read("a.yaml", large).findings()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"[|]", "{\"a\":|}", "{a: |}", "- |", "[{a: |}]"})
  void depthIsBounded(String open, @Nullable String close) {
    int levels = open.length() - open.replace("[", "").replace("{", "").replace("-", "").length();
    int most = Bounds.MOST_DEPTH / levels;
    assertEquals("", codes(documents(nested(open, close, most)).findings()));
    assertTrue(codes(documents(nested(open, close, most + 1)).findings()).startsWith("PC1004"));
    assertTrue(codes(documents(open.repeat(1_000_000)).findings()).startsWith("PC1004"));
  }

  private static String nested(String open, @Nullable String close, int depth) {
    return open.repeat(depth) + "1" + (close == null ? "" : close.repeat(depth));
  }

  @Test
  void depthIsBoundedByIndentToo() {
    String deep =
        IntStream.range(0, 3_000)
            .mapToObj(i -> " ".repeat(i) + "a:\n")
            .collect(Collectors.joining());
    assertEquals("", codes(documents(deep).findings()));
  }

  // A short text of brackets takes long to read: many of them must not be many times as long.
  @Test
  void aTextOfManyDeepDocumentsIsRefused() {
    String text = (nested("[", "]", 5_000) + "\n---\n").repeat(100);
    List<Finding> findings = documents(text).findings();
    assertEquals(80, findings.size());
    assertEquals("PC1004", findings.getFirst().rule());
  }

  @Test
  void deepValuesCanBeKeptAndShown() {
    Value deep = documents(nested("[{a: ", "}]", Bounds.MOST_DEPTH / 2)).value().getFirst();
    assertEquals(1, new HashSet<>(List.of(deep)).size());
    assertEquals("a list at a.yaml:1:1", deep.toString());
    assertEquals(
        false,
        deep.equals(documents(nested("[{a: ", "}]", Bounds.MOST_DEPTH / 2)).value().getFirst()));
  }

  @Test
  void listsInListsAreFollowedSoFar() {
    String text = "{apiVersion: v1, kind: List, items: [".repeat(300) + "]}".repeat(300);
    assertEquals("PC1004", read(text).findings().getFirst().rule());
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String before = ("*a" + (i - 1) + ", ").repeat(9);
      bomb.append("a").append(i).append(": &a").append(i).append(" [").append(before).append("]\n");
    }
    assertTrue(codes(documents(bomb.toString()).findings()).startsWith("PC1005"));
  }

  // None of these may take time or memory by the square of its length.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\n",
        "---\n[\n",
        "---\n{{ x }}\n",
        "---\n",
        "---\na: 1\n",
        "# a\n---\n",
        "{\"a\": 1}\n",
        "{\"a\": 1, \"a\": 1}\n",
        "- &a b\n",
        "<<: {a: 1}\n",
        "%YAML 1.1\n---\n",
        "\"a\" ",
        "? ",
        "!!int a\n",
        "a:\t1\n",
        "é: 😀\n",
        "\uFEFF",
        "\\",
        "\r",
        "|\n",
        "a: b: c\n",
        "{a: 1, ",
        "'a",
        "&a ",
        "[]: 1\n",
        "---\napiVersion: v1\nkind: Pod\n",
        "---\napiVersion: v1\nkind: 1\n"
      })
  void whatIsRepeatedIsReadSoon(String text) {
    Checked<List<Manifest>> read =
        assertTimeoutPreemptively(HANGS, () -> read(text.repeat(2_000_000 / text.length())));
    assertTrue(read.findings().size() <= Bounds.MOST_FINDINGS + 2, "" + read.findings().size());
    assertTrue(!read.findings().isEmpty() || !read.value().isEmpty());
  }

  @Test
  void whereTooMuchIsWrongTheRestIsSaidToBeUnread() {
    List<Finding> findings = read("---\na: [\n".repeat(2_000)).findings();
    assertEquals(Bounds.MOST_FINDINGS + 1, findings.size());
    assertEquals("PC1005@2001:1", codes(List.of(findings.getLast())));
  }

  @Test
  void moreValuesThanATextMayHoldAreSaidOnce() {
    String document = "---\n[" + "~,".repeat(Budget.MOST_VALUES - 10) + "~]\n";
    Checked<List<Value>> read = documents(document.repeat(7));
    assertEquals(4, read.value().size());
    assertEquals("PC1005@10:", codes(read.findings()).substring(0, 10));
    assertEquals(1, read.findings().size());
  }

  @Test
  void moreValuesThanARequestHoldsAreRefused() {
    String text = "[" + "1,".repeat(Budget.MOST_VALUES) + "1]";
    assertTrue(codes(documents(text).findings()).startsWith("PC1005"));
  }

  // With a reader that copies what it has seen for each further piece this takes minutes.
  @Test
  void aLongWordCostsNoMoreThanItsLength() {
    String word = "x".repeat(24 << 20);
    assertTrue(documents("# " + word + "\na: b\n").findings().isEmpty());
    assertTrue(documents("a: " + word + "\n").findings().isEmpty());
  }
}
