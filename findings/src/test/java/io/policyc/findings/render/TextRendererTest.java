package io.policyc.findings.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRendererTest {
  private final Renderer plain = new TextRenderer(false);

  @Test
  void looksLikeTheHouseStyle() {
    assertEquals(
        """
        error[PC0203]: `bakcend` is not declared
          --> shop/web.policy:4:30
           4 | web may GET /api/v1/items on bakcend
             |                              ^^^^^^^ not found in namespace `shop`
           help: did you mean `backend`? (declared at shop/services.policy:2)
        """,
        plain.render(List.of(Samples.misspelt())));
  }

  @Test
  void showsRelatedPlacesAndFields() {
    assertEquals(
        """
        error[PC0203]: `bakcend` is not declared
          --> shop/web.policy:4:30 (spec.ingress[0])
           4 | web may GET /api/v1/items on bakcend
             |                              ^^^^^^^ not found in namespace `shop`
          ::: shop/services.policy:2:10
           2 | workload backend { app: backend }
             |          ------- declared here
           help: did you mean `backend`? (declared at shop/services.policy:2)
        """,
        plain.render(List.of(Samples.full())));
  }

  @Test
  void showsAFindingWithoutAPlace() {
    Finding whole = Finding.of("PC0051", Level.ERROR, "no input");
    Finding field =
        Finding.of("hostPID", Level.WARNING, "shares processes")
            .withPath(ObjectPath.ROOT.child("spec"));
    assertEquals(
        """
        error[PC0051]: no input

        warning[hostPID]: shares processes
          --> spec
        """,
        plain.render(List.of(field, whole)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '"',
      textBlock =
          """
          text             | word   | shown line         | carets
          "web on<9>api"   | api    | "web on  api"      | "        ^^^"
          "<9>api"         | api    | "    api"          | "    ^^^"
          "数据 api"       | api    | "数据 api"         | "     ^^^"
          "数据 api"       | 数据   | "数据 api"         | "^^^^"
          "e<301>te api"   | api    | "e<301>te api"     | "    ^^^"
          "a<1b>[2Jb api"  | api    | "a\\u{1b}[2Jb api" | "            ^^^"
          "a<202e>b"       | <202e> | "a\\u{202e}b"      | " ^^^^^^^^"
          "a<d800>b api"   | api    | "a\\u{d800}b api"  | "           ^^^"
          "web<d><a>next"  | web    | "web"              | "^^^"
          "😀 api"         | api    | "😀 api"           | "   ^^^"
          """)
  void linesCaretsUp(String text, String word, String line, String carets) {
    List<String> shown =
        plain
            .render(List.of(Samples.about(Samples.characters(text), Samples.characters(word))))
            .lines()
            .skip(2)
            .limit(2)
            .toList();
    assertEquals(List.of("   1 | " + Samples.characters(line), "     | " + carets), shown);
  }

  @Test
  void cutsALongLineAroundThePlace() {
    String text = "x".repeat(1_000_000) + " api " + "y".repeat(1_000_000);
    List<String> shown = plain.render(List.of(Samples.about(text, "api"))).lines().toList();
    assertEquals("   1 | …" + "x".repeat(119) + " api " + "y".repeat(116) + "…", shown.get(2));
    assertEquals("     | " + " ".repeat(121) + "^^^", shown.get(3));
  }

  @Test
  void marksThePlaceWhereAWordIsMissing() {
    Source source = new Source("a.policy", "web may");
    Finding end = Finding.at("PC0101", Level.ERROR, new Span(source, 7, 7), "a verb is missing");
    assertTrue(plain.render(List.of(end)).endsWith("   1 | web may\n     |        ^\n"));
  }

  @Test
  void marksTheFirstLineOfSeveral() {
    Source source = new Source("a.policy", "workload web {\n  app: web\n}\n");
    Finding block = Finding.at("PC0101", Level.ERROR, new Span(source, 13, 27), "a block");
    assertTrue(
        plain.render(List.of(block)).endsWith("   1 | workload web {\n     |              ^\n"));
  }

  @Test
  void saysEachOnceInOrder() {
    Source a = new Source("a.policy", "one two\nthree\n");
    Finding late = Finding.at("PC0102", Level.ERROR, Samples.span(a, "three"), "third");
    Finding second = Finding.at("PC0102", Level.ERROR, Samples.span(a, "two"), "second");
    Finding secondByCode = Finding.at("PC0101", Level.NOTE, Samples.span(a, "two"), "first");
    Finding other = Samples.misspelt();
    List<String> heads =
        plain
            .render(List.of(other, late, second, secondByCode, late))
            .lines()
            .filter(line -> line.contains("]: "))
            .toList();
    assertEquals(
        List.of(
            "note[PC0101]: first",
            "error[PC0102]: second",
            "error[PC0102]: third",
            "error[PC0203]: `bakcend` is not declared"),
        heads);
  }

  @Test
  void escapesNamesMessagesAndAdvice() {
    Source odd = new Source("a\u001b]0;x.policy", "word");
    Finding finding =
        Finding.at("PC0101", Level.ERROR, Samples.span(odd, "word"), "`\u202e` is refused")
            .withHelp("write `\u0007`\nor `b`");
    String shown = plain.render(List.of(finding));
    assertTrue(shown.contains("--> a\\u{1b}]0;x.policy:1:1"), shown);
    assertTrue(shown.contains("`\\u{202e}` is refused"), shown);
    assertTrue(shown.contains("   help: write `\\u{7}`\n         or `b`\n"), shown);
  }

  @Test
  void coloursOnlyWhenAsked() {
    assertFalse(plain.render(List.of(Samples.full())).contains("\033["));
    String coloured = new TextRenderer(true).render(List.of(Samples.full()));
    assertTrue(coloured.startsWith("\033[1;31merror[PC0203]\033[0m"), coloured);
    assertEquals(plain.render(List.of(Samples.full())), coloured.replaceAll("\033\\[[0-9;]*m", ""));
  }

  @Test
  void sumsUp() {
    Finding note = Finding.of("PC0001", Level.NOTE, "a note");
    assertEquals("", Summary.of(List.of()).text());
    assertEquals("1 note", Summary.of(List.of(note, note)).text());
    assertEquals(
        "2 errors, 1 note",
        Summary.of(List.of(note, Samples.misspelt(), Samples.about("a", "a"))).text());
  }
}
