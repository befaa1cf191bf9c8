package io.policyc.findings.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubRendererTest {
  private final Renderer github = new GitHubRenderer();

  @Test
  void writesEveryPart() {
    assertEquals(
        "::error file=shop/web.policy,line=4,endLine=4,col=30,endColumn=36,title=PC0203::"
            + "`bakcend` is not declared%0A"
            + "in CiliumNetworkPolicy/web in shop, spec.ingress[0]%0A"
            + "help: did you mean `backend`? (declared at shop/services.policy:2)%0A"
            + "not found in namespace `shop`%0A"
            + "shop/services.policy:2: declared here\n",
        github.render(List.of(Samples.full())));
  }

  @Test
  void saysNothingAboutNothing() {
    assertEquals("", github.render(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '"',
      textBlock =
          """
          text       | start | end | place
          "one\\ntwo" | 4     | 7   | line=2,endLine=2,col=1,endColumn=3
          "one\\ntwo" | 0     | 7   | line=1,endLine=2
          "one\\ntwo" | 0     | 4   | line=1,endLine=1,col=1,endColumn=4
          "one\\ntwo" | 7     | 7   | line=2,endLine=2,col=4,endColumn=4
          ""          | 0     | 0   | line=1,endLine=1,col=1,endColumn=1
          """)
  void namesThePlace(String text, int start, int end, String place) {
    Source source = new Source("a.policy", text.translateEscapes());
    Finding finding = Finding.at("PC0101", Level.NOTE, new Span(source, start, end), "found");
    assertEquals(
        "::notice file=a.policy," + place + ",title=PC0101::found\n",
        github.render(List.of(finding)));
  }

  @Test
  void namesNoFileWhereThereIsNone() {
    Span stdin = Samples.span(new Source("<stdin>", "word"), "word");
    assertEquals(
        "::warning title=PC0051::no input\n::notice title=PC0101::found\n",
        github.render(
            List.of(
                Finding.at("PC0101", Level.NOTE, stdin, "found"),
                Finding.of("PC0051", Level.WARNING, "no input"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          errors | warnings | notes | shown    | last
          10     | 10       | 10    | 10 10 10 | -
          11     | 0        | 0     | 9 0 0    | ::error title=policyc::not shown here: 2 errors; `-o text` prints all
          12     | 11       | 1     | 9 10 1   | ::error title=policyc::not shown here: 3 errors, 1 warning; `-o text` prints all
          2      | 11       | 11    | 2 9 10   | ::warning title=policyc::not shown here: 2 warnings, 1 note; `-o text` prints all
          0      | 0        | 40    | 0 0 9    | ::notice title=policyc::not shown here: 31 notes; `-o text` prints all
          """)
  void keepsToTheLimitsWorstFirst(int errors, int warnings, int notes, String shown, String last) {
    List<Finding> findings = new ArrayList<>();
    add(findings, notes, Level.NOTE);
    add(findings, errors, Level.ERROR);
    add(findings, warnings, Level.WARNING);
    List<String> lines = github.render(findings).lines().toList();
    assertEquals(
        shown,
        count(lines, "error") + " " + count(lines, "warning") + " " + count(lines, "notice"));
    List<String> order = List.of("::error", "::warning", "::notice");
    List<Integer> levels =
        lines.stream()
            .filter(l -> !l.contains("=policyc"))
            .map(l -> order.indexOf(l.split(" ", 2)[0]))
            .toList();
    assertEquals(levels.stream().sorted().toList(), levels);
    List<String> summary = lines.stream().filter(line -> line.contains("=policyc")).toList();
    assertEquals(last.equals("-") ? List.of() : List.of(last), summary);
  }

  private static void add(List<Finding> findings, int count, Level level) {
    for (int i = 0; i < count; i++) {
      findings.add(Finding.of("PC0101", level, "found " + i));
    }
  }

  private static long count(List<String> lines, String command) {
    return lines.stream()
        .filter(line -> line.startsWith("::" + command + " ") && !line.contains("=policyc"))
        .count();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '"',
      textBlock =
          """
          text                       | property                     | data
          "50% off"                  | "50%25 off"                  | "50%25 off"
          "%0A::error::x"            | "%250A%3A%3Aerror%3A%3Ax"    | "%250A::error::x"
          "a,line=1::b"              | "a%2Cline=1%3A%3Ab"          | "a,line=1::b"
          "x##[add-mask]y"           | "x##\\\\u{5b}add-mask]y"     | "x##\\\\u{5b}add-mask]y"
          "\\n::error::x"            | "\\\\u{a}%3A%3Aerror%3A%3Ax" | "%0A::error::x"
          "\\r::error::x"            | "\\\\u{d}%3A%3Aerror%3A%3Ax" | "%0A::error::x"
          "<b><85><2028>"            | "\\\\u{b}\\\\u{85}\\\\u{2028}" | "\\\\u{b}\\\\u{85}\\\\u{2028}"
          "\\33[2J"                  | "\\\\u{1b}[2J"               | "\\\\u{1b}[2J"
          """)
  void letsNoCommandThrough(String text, String property, String data) {
    String java = Samples.characters(text.translateEscapes());
    Source source = new Source(java, "word");
    Finding finding = Finding.at(java, Level.ERROR, Samples.span(source, "word"), "m" + java);
    assertEquals(
        "::error file="
            + property.translateEscapes()
            + ",line=1,endLine=1,col=1,endColumn=4,title="
            + property.translateEscapes()
            + "::m"
            + data.translateEscapes()
            + "\n",
        github.render(List.of(finding)));
  }

  @Test
  void shortensWhatNobodyReads() {
    Finding finding = Finding.of("x".repeat(300), Level.ERROR, "😀".repeat(500_000));
    assertEquals(
        "::error title=" + "x".repeat(199) + "…::" + "😀".repeat(1_999) + "…\n",
        github.render(List.of(finding)));
  }
}
