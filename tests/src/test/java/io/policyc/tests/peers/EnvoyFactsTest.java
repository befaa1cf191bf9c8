package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.tests.peers.EnvoyRule.Exact;
import io.policyc.tests.peers.EnvoyRule.Present;
import io.policyc.tests.peers.EnvoyRule.Regex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Facts about Envoy that paths, hosts and methods rely on, each tried on both versions.
@RequiresEngine({Engine.ENVOY_1_36, Engine.ENVOY_1_40})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnvoyFactsTest {
  /// Policies by place; the first ones allow one path each, as it arrives.
  private static final List<String> PATHS =
      List.of(
          "/",
          "/a",
          "/aA",
          "/a-._~b",
          "/a/b",
          "/b",
          "//",
          "/a/",
          "/a%2ab",
          "/a%22b",
          "/a%7Bb",
          "/a?x=/../%41//",
          "/a%zz",
          "/a/...",
          "/a/.;b/c",
          "/a/c");

  private static final int HOST = PATHS.size();
  private static final int METHOD = HOST + 1;
  private static final int HEADER = HOST + 2;
  private static final int UNANCHORED = HOST + 3;

  private EnvoyOracle older;
  private EnvoyOracle newer;

  @BeforeAll
  void start() {
    Stream<EnvoyRule> others =
        Stream.of(
            new EnvoyRule(Map.of(":authority", new Regex("api\\.example(:[0-9]+)?"))),
            new EnvoyRule(Map.of(":method", new Regex("GET|HEAD"))),
            new EnvoyRule(Map.of("x-tenant", new Exact("acme"), "x-any", new Present())),
            EnvoyRule.path("/status"));
    List<List<EnvoyRule>> policies =
        Stream.concat(PATHS.stream().map(p -> new EnvoyRule(Map.of(":path", new Exact(p)))), others)
            .map(List::of)
            .toList();
    older = EnvoyOracle.start(Engine.ENVOY_1_36, policies);
    newer = EnvoyOracle.start(Engine.ENVOY_1_40, policies);
  }

  @AfterAll
  void stop() {
    // A skipped start leaves some of them unset.
    Stream.of(older, newer).filter(Objects::nonNull).forEach(EnvoyOracle::close);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          sent               | arrives
          /a%41              | /aA
          /a%2d%2E%5f%7Eb    | /a-._~b
          /a%2ab             | /a%2ab
          /a"b               | /a%22b
          /a{b               | /a%7Bb
          /a\\b              | /a/b
          /a/./b             | /a/b
          /a//b              | /a/b
          /a//               | /a/
          /a/../b            | /b
          /a/%2e%2E/b        | /b
          /..                | /
          //                 | //
          /a/...             | /a/...
          /a?x=/../%41//     | /a?x=/../%41//
          /a%zz              | /a%zz
          http://other/x/../a | /a
          """)
  void pathsAreRewritten(String sent, String arrives) {
    EnvoyRequest request = EnvoyRequest.get(PATHS.indexOf(arrives), sent);
    assertBoth(200, request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      useHeadersInDisplayName = true,
      textBlock =
          """
          sent       | status
          /a%2Fb     | 307
          /a%5cb     | 307
          /a%00      | 400
          /a#b       | 400
          /a?b#c     | 400
          /caf\u00e9 | 400
          /a?\u00e9  | 400
          /a\u007f   | 400
          *          | 400
          a          | 400
          """)
  void pathsThatNoPolicySees(String sent, int status) {
    assertBoth(status, EnvoyRequest.get(0, sent));
  }

  /// A difference: only newer Envoys resolve dots with parameters behind them.
  @Test
  void dotsWithParameters() {
    EnvoyRequest kept = EnvoyRequest.get(PATHS.indexOf("/a/.;b/c"), "/a/.;b/c");
    EnvoyRequest resolved = EnvoyRequest.get(PATHS.indexOf("/a/c"), "/a/.;b/c");
    assertEquals(List.of(200, 403), older.statuses(List.of(kept, resolved)));
    assertEquals(List.of(403, 200), newer.statuses(List.of(kept, resolved)));
  }

  @ParameterizedTest
  @CsvSource({
    "api.example, 200",
    "api.example:8080, 200",
    "api.example:, 403",
    "apiXexample, 403",
    "API.example, 403",
    "x.api.example, 403"
  })
  void hosts(String host, int status) {
    assertBoth(status, new EnvoyRequest(HOST, "GET", "/", host, Map.of()));
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "HEAD, 200", "POST, 403", "PROPFIND, 403", "get, 400", "GETX, 400"})
  void methods(String method, int status) {
    assertBoth(status, new EnvoyRequest(METHOD, method, "/", "example", Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"acme, x, 200", "acme, '', 200", "ACME, x, 403", "acme corp, x, 403"})
  void headers(String tenant, String any, int status) {
    Map<String, String> headers = Map.of("X-Tenant", tenant, "X-Any", any);
    assertBoth(status, new EnvoyRequest(HEADER, "GET", "/", "example", headers));
  }

  @ParameterizedTest
  @CsvSource({"/status, 200", "/status/x, 403", "/status?x, 403", "/x/status, 403"})
  void theWholeValueMatches(String path, int status) {
    assertBoth(status, EnvoyRequest.get(UNANCHORED, path));
  }

  private void assertBoth(int status, EnvoyRequest request) {
    assertEquals(List.of(status), older.statuses(List.of(request)), "1.36.4 " + request);
    assertEquals(List.of(status), newer.statuses(List.of(request)), "1.40.0 " + request);
  }
}
