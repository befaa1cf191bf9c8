package io.policyc.compiler.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.regex.PathPattern.Parsed;
import io.policyc.compiler.regex.PathRegex.Expressions;
import io.policyc.compiler.regex.PathRegex.TooLarge;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathRegexTest {
  private static final String LONG = "/" + "a".repeat(120);

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      useHeadersInDisplayName = true,
      textBlock =
          """
          path             ! query ! expression
          /                ! true  ! /(\\?.*)?
          /                ! false ! /
          /**              ! true  ! /.*
          /**              ! false ! /[^?]*
          /api/v1/items    ! true  ! /api/v1/items(\\?.*)?
          /api/v1/items    ! false ! /api/v1/items
          /a/              ! true  ! /a/(\\?.*)?
          /internal/**     ! true  ! /internal([/?].*)?
          /internal/**     ! false ! /internal(/[^?]*)?
          /files/*.json    ! true  ! /files/[^/?]*\\.json(\\?.*)?
          /files/*         ! false ! /files/[^/?]*
          /u/{id}          ! true  ! /u/[^/?]+(\\?.*)?
          /u/{id:int}      ! false ! /u/[0-9]+
          /u/{id:slug}     ! false ! /u/[a-z0-9]+(-[a-z0-9]+)*
          /u/{id:uuid}     ! false ! /u/[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}
          /a(b)+$          ! false ! /a\\(b\\)\\+\\$
          """)
  void writesWhatAPersonWouldWrite(String path, boolean query, String expression) {
    assertEquals(new Expressions(List.of(expression)), PathRegex.of(pattern(path), query));
  }

  @Test
  void putsAnAnchorBeforeALongText() {
    assertEquals(
        new Expressions(List.of("^" + LONG + "/[^/?]+(\\?.*)?")),
        PathRegex.of(pattern(LONG + "/{id}"), true));
  }

  @Test
  void writesRangesWhereTheClassesOfUtf8AreTooLarge() {
    assertEquals(
        new Expressions(List.of("/[!-.0->@-~]+".repeat(9) + "(\\?[!-~]*)?")),
        PathRegex.of(pattern("/{x}".repeat(9)), true));
  }

  @Test
  void capturesNothingWhereThatHelps() {
    String path = LONG + "/{u:uuid}/items/{a}/" + "b".repeat(7);
    Expressions written = assertInstanceOf(Expressions.class, PathRegex.of(pattern(path), true));
    assertTrue(written.expressions().getFirst().contains("(?:-[0-9a-fA-F]{4}){3}"));
  }

  @Test
  void splitsOffTheQueryAsALastResort() {
    String path = LONG + "/{u:uuid}/items/{a}/" + "b".repeat(13);
    Expressions written = assertInstanceOf(Expressions.class, PathRegex.of(pattern(path), true));
    assertEquals(2, written.expressions().size());
    written.expressions().forEach(e -> assertTrue(Re2Size.fits(e), e));
  }

  @Test
  void namesThePartThatCostsMost() {
    TooLarge two = tooLarge("/users/{user:uuid}/orders/{order:uuid}");
    assertEquals("{user:uuid}", two.costliestPart());
    assertEquals("write `{user}` in place of `{user:uuid}`", two.help());
    assertEquals(150, two.size());

    TooLarge text = tooLarge("/{x}" + LONG);
    assertEquals(LONG.substring(1), text.costliestPart());
    assertEquals("end the path earlier with `/**`", text.help());

    TooLarge many = tooLarge("/{x}".repeat(30));
    assertEquals("write fewer wildcards, or end the path earlier with `/**`", many.help());
  }

  private static TooLarge tooLarge(String path) {
    return assertInstanceOf(TooLarge.class, PathRegex.of(pattern(path), true));
  }

  private static PathPattern pattern(String path) {
    return assertInstanceOf(Parsed.class, PathPattern.parse(path)).pattern();
  }

  /// A writer remembers shapes: that is right only if each text of a shape takes as much as
  /// another.
  @Test
  void sizesDependOnTheShapeOnly() {
    Random random = new Random(11);
    for (int i = 0; i < 400; i++) {
      PathPattern path = pattern(made(random));
      for (PathSpelling.Query query : PathSpelling.Query.values()) {
        for (int bits = 0; bits < 8; bits++) {
          PathSpelling spelling =
              new PathSpelling((bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0);
          assertEquals(
              Re2Size.of(spelling.of(path, query)),
              Re2Size.of(spelling.of(PathRegex.shape(path), query)),
              path::toString);
        }
      }
    }
  }

  private static String made(Random random) {
    String letters = "aabxyz019-._~%2F+$()^!x";
    List<String> wild = List.of("/*", "/{a}", "/{n:int}", "/{s:slug}", "/{u:uuid}", "/*.json");
    StringBuilder path = new StringBuilder();
    for (int segment = 0; segment <= random.nextInt(4); segment++) {
      if (random.nextInt(3) == 0) {
        path.append(wild.get(random.nextInt(wild.size())));
      } else {
        path.append("/v");
        for (int i = 0; i < random.nextInt(12); i++) {
          path.append(letters.charAt(random.nextInt(letters.length())));
        }
      }
    }
    String text = path.append(random.nextInt(4) == 0 ? "/**" : "").toString();
    return PathPattern.parse(text) instanceof Parsed ? text : "/v";
  }
}
