package io.policyc.compiler.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.regex.PathPattern.Glob;
import io.policyc.compiler.regex.PathPattern.Invalid;
import io.policyc.compiler.regex.PathPattern.Named;
import io.policyc.compiler.regex.PathPattern.Parsed;
import io.policyc.compiler.regex.PathPattern.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/**",
        "/api/v1/items",
        "/a/",
        "/files/*.json",
        "/*",
        "/*/x*y*",
        "/{id}",
        "/u/{id:int}/{u:uuid}/{s:slug}",
        "/internal/**",
        "/a/{id}/**",
        "/a%20b",
        "/a%2ab",
        "/%C3%A9",
        "/shop.Cart/AddItem",
        "/v1/x:cancel",
        "/-._~!$&'()*+,;=:@[]",
        "/...",
        "/.well-known/x",
        "/a;b=c/x.;y"
      })
  void readsAndWritesTheSame(String text) {
    PathPattern pattern = assertInstanceOf(Parsed.class, PathPattern.parse(text)).pattern();
    assertEquals(text, pattern.toString());
    assertEquals(new Parsed(pattern), PathPattern.parse(pattern.toString()));
  }

  @Test
  void readsEverySegment() {
    PathPattern expected =
        new PathPattern(
            List.of(
                new Text("a"),
                new Glob(List.of("", ".json")),
                new Named("x", PathPattern.Type.ANY),
                new Named("n", PathPattern.Type.INT),
                new Named("u", PathPattern.Type.UUID),
                new Named("s", PathPattern.Type.SLUG)),
            true);
    assertEquals(
        new Parsed(expected), PathPattern.parse("/a/*.json/{x}/{n:int}/{u:uuid}/{s:slug}/**"));
    assertEquals(new Parsed(new PathPattern(List.of(new Text("")), false)), PathPattern.parse("/"));
    assertTrue(new PathPattern(List.of(), true).everything());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      useHeadersInDisplayName = true,
      textBlock =
          """
          path             ! part         ! reason                                                   ! help
          api/v1           ! api/v1       ! a path begins with `/`                                   ! write `/api/v1`
          http://h/v1      ! http://h     ! a path holds no scheme and no host                       ! write `/v1`, and `with host` for a host
          /a?b=c           ! ?b=c         ! a path holds no query                                    ! remove `?…`: a query is admitted unless the grant says `without query`
          /a#b             ! #b           ! a client never sends a fragment                          ! remove `#…`
          /a%zz            ! %zz          ! `%` is followed by two hexadecimal digits                ! write `%25` for a percent sign
          /100%            ! %            ! `%` is followed by two hexadecimal digits                ! write `%25` for a percent sign
          /a%2Fb           ! %2F          ! a path with `%2F` never arrives: Envoy redirects to the path with `/` ! write `/`
          /a%5cb           ! %5c          ! a path with `%5c` never arrives: Envoy redirects to the path with `/` ! write `/`
          /a%00            ! %00          ! Envoy refuses a path with `%00`                          ! remove it
          /a%41            ! %41          ! `%41` arrives as `A`                                     ! write `A`
          /a%2e            ! %2e          ! `%2e` arrives as `.`                                     ! write `.`
          /a"b             ! "            ! `"` arrives as `%22`                                     ! write `%22`
          /a|b             ! |            ! `|` arrives as `%7C`                                     ! write `%7C`
          /a\\b            ! \\           ! Envoy makes `/` of a `\\`                                ! write `/`
          /caf\u00e9       ! \u00e9       ! a path is printable ASCII, and this is U+00E9            ! percent-encode it as clients send it
          /a b             ! ' '          ! a path holds no blank                                    ! write `%20`
          /a//b            ! //           ! a path with `//` never arrives: Envoy makes one `/` of it ! write one `/`, or `*` for a segment that may be empty
          /a/../b          ! ..           ! a path with `..` never arrives: Envoy resolves it first  ! write the path that it leads to
          /./a             ! .            ! a path with `.` never arrives: Envoy resolves it first   ! write the path that it leads to
          /a/..;x/b        ! ..;x         ! a segment that begins with `.;` or `..;` never arrives: newer Envoys resolve it ! write the path that it leads to
          /.;*             ! .;*          ! a segment that begins with `.;` or `..;` never arrives: newer Envoys resolve it ! write the path that it leads to
          /**/a            ! **           ! `**` stands last in a path                               ! write `*` for a segment in the middle
          /a**             ! a**          ! `**` stands alone behind a `/`                           ! write `*` for any text in a segment
          /***             ! ***          ! `**` stands alone behind a `/`                           ! write `*` for any text in a segment
          /{id}.json       ! {id}.json    ! a name in braces is a whole segment                      ! write `*.json` for any text in its place
          /v{n}            ! v{n}         ! a name in braces is a whole segment                      ! write `v*` for any text in its place
          /{a}{b}          ! {a}{b}       ! two names in one segment                                 ! write `*` for text within a segment
          /a/{id           ! {id          ! the braces do not match                                  ! write a segment of its own, such as `/{id}`
          /a/id}           ! id}          ! the braces do not match                                  ! write a segment of its own, such as `/{id}`
          /{}              ! {}           ! a segment's name is made of letters, digits, `_` and `-` ! name it, for example `{id}`
          /{a b}           ! ' '          ! a path holds no blank                                    ! write `%20`
          /{:int}          ! {:int}       ! a segment's name is made of letters, digits, `_` and `-` ! name it, for example `{id}`
          /{id:integer}    ! integer      ! `integer` is not a type of segment                       ! did you mean `int`?
          /{id:itn}        ! itn          ! `itn` is not a type of segment                           ! did you mean `int`?
          /{id:guid}       ! guid         ! `guid` is not a type of segment                          ! did you mean `uuid`?
          /{id:date}       ! date         ! `date` is not a type of segment                          ! write `int`, `uuid` or `slug`, or no type for any text
          /{id:}           ! ''           ! `` is not a type of segment                              ! write `int`, `uuid` or `slug`, or no type for any text
          """)
  void saysWhatIsWrongAndWhere(String path, String part, String reason, String help) {
    Invalid invalid = assertInstanceOf(Invalid.class, PathPattern.parse(path));
    String quoted = part.startsWith("'") ? part.substring(1, part.length() - 1) : part;
    assertEquals(quoted, path.substring(invalid.start(), invalid.end()));
    assertEquals(reason, invalid.reason());
    assertEquals(help, invalid.help());
  }

  @Test
  void isBounded() {
    String longest = "/" + "a".repeat(PathPattern.MAX_LENGTH - 1);
    assertInstanceOf(Parsed.class, PathPattern.parse(longest));
    assertInstanceOf(Invalid.class, PathPattern.parse(longest + "a"));
    assertInstanceOf(Invalid.class, PathPattern.parse(""));
  }
}
