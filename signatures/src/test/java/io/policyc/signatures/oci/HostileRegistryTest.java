package io.policyc.signatures.oci;

import static io.policyc.signatures.oci.StubRegistry.inTurn;
import static io.policyc.signatures.oci.StubRegistry.ok;
import static io.policyc.signatures.oci.StubRegistry.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Digest;
import io.policyc.signatures.oci.auth.Credential;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Proxies;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A registry that speaks HTTP and lies, loops or leads astray.
class HostileRegistryTest {
  private static final String LATEST = "/v2/app/manifests/latest";
  private static final String GOOD =
      Manifests.image("", "application/vnd.oci.image.config.v1+json");
  private static final Credentials SECRET =
      (repository, deadline) ->
          new Fetched.There<>(List.of(new Credential.Password("jane", "s3cret")));

  private final StubRegistry stub = new StubRegistry();
  private final StubRegistry other = new StubRegistry();
  private final FakeTime time = new FakeTime();
  private final Registries registries =
      new Registries(
          new Access(Set.of(), Set.of(stub.host(), "localhost", other.host()), Set.of(stub.host())),
          Proxies.NONE,
          List.of(),
          Limits.DEFAULT);

  @AfterEach
  void close() {
    registries.close();
    stub.close();
    other.close();
  }

  private Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(20), time);
  }

  private Fetched<Manifest> latest() {
    return latest(Credentials.NONE);
  }

  private Fetched<Manifest> latest(Credentials credentials) {
    return registries.as(credentials).manifest(stub.repository("app"), "latest", deadline());
  }

  private static void trouble(Trouble.Kind kind, Fetched<?> fetched) {
    var unknown = assertInstanceOf(Fetched.Unknown.class, fetched);
    assertEquals(kind, unknown.trouble().kind(), unknown.trouble().detail());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          status | said              | calls
          204    | UNEXPECTED        | 1
          206    | UNEXPECTED        | 1
          304    | UNEXPECTED        | 1
          400    | UNEXPECTED        | 1
          401    | DENIED            | 1
          403    | DENIED            | 1
          418    | UNEXPECTED        | 1
          429    | RATE_LIMITED      | 3
          500    | SERVER_ERROR      | 3
          501    | SERVER_ERROR      | 1
          502    | SERVER_ERROR      | 3
          503    | SERVER_ERROR      | 3
          504    | SERVER_ERROR      | 3
          """)
  void everyStatusHasItsMeaning(int status, Trouble.Kind said, int calls) {
    stub.on(LATEST, status(status));
    trouble(said, latest());
    assertEquals(calls, stub.seen(LATEST).size());
  }

  @Test
  void onlyNotFoundIsNotThere() {
    assertEquals(new Fetched.NotThere<>(), latest());
  }

  @Test
  void aBusyRegistryIsGivenTheTimeThatItAsksFor() {
    stub.on(
        LATEST,
        inTurn(
            status(429, "Retry-After", "3"),
            status(503, "Retry-After", "Thu, 1 Jan 2026 00:00:09 GMT"),
            ok(Manifests.IMAGE, GOOD.getBytes(UTF_8))));
    assertInstanceOf(Fetched.There.class, latest());
    // one second since the start of that clock, three waited: five are left
    assertEquals(List.of(Duration.ofSeconds(3), Duration.ofSeconds(5)), time.slept());
  }

  @ParameterizedTest
  @ValueSource(strings = {"3600", "Thu, 1 Jan 2037 00:00:00 GMT", "20"})
  void nobodyWaitsPastTheDeadline(String later) {
    stub.on(LATEST, status(429, "Retry-After", later));
    trouble(Trouble.Kind.RATE_LIMITED, latest());
    assertEquals(List.of(), time.slept());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "99999999999999999999", "1e9"})
  void aSillyTimeIsReplacedByOurs(String later) {
    stub.on(LATEST, status(429, "Retry-After", later));
    trouble(Trouble.Kind.RATE_LIMITED, latest());
    assertEquals(List.of(Duration.ofMillis(200), Duration.ofMillis(400)), time.slept());
  }

  @Test
  void afterTheDeadlineNothingIsAsked() {
    Deadline over = Deadline.in(Duration.ofSeconds(1), time);
    time.pass(Duration.ofSeconds(2));
    trouble(
        Trouble.Kind.DEADLINE,
        registries.as(Credentials.NONE).manifest(stub.repository("app"), "latest", over));
    assertEquals(List.of(), stub.seen());
  }

  /// Whatever the challenge, the number of calls is small.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          challenge                                        | said         | calls
          -                                                | DENIED       | 1
          Basic realm="x"                                  | DENIED       | 2
          Bearer realm="http://HOST/token",service="s"     | DENIED       | 3
          Bearer realm="http://HOST/missing",service="s"   | DENIED       | 2
          Bearer realm="http://HOST/broken",service="s"    | UNEXPECTED   | 2
          Bearer realm="http://HOST/split",service="s"     | UNEXPECTED   | 2
          Bearer realm="http://HOST/busy",service="s"      | RATE_LIMITED | 4
          Bearer realm="http://OTHER/token",service="s"    | NOT_ALLOWED  | 1
          Bearer realm="http://169.254.169.254/token"      | NOT_ALLOWED  | 1
          Bearer realm="https://169.254.169.254/token"     | NOT_ALLOWED  | 1
          Bearer realm="https://[::1]/token"               | NOT_ALLOWED  | 1
          Bearer realm="https://[::ffff:10.0.0.1]/token"   | NOT_ALLOWED  | 1
          Bearer realm="https://2130706433/token"          | NOT_ALLOWED  | 1
          Bearer realm="file:///etc/passwd"                | NOT_ALLOWED  | 1
          Bearer realm="ftp://HOST/token"                  | NOT_ALLOWED  | 1
          Bearer realm="https://user@registry.test/token"  | NOT_ALLOWED  | 1
          Bearer realm="/token"                            | UNEXPECTED   | 1
          Bearer realm="::"                                | UNEXPECTED   | 1
          Bearer service="s"                               | UNEXPECTED   | 1
          Negotiate abc==                                  | DENIED       | 1
          Bearer realm="unclosed                           | UNEXPECTED   | 1
          """)
  void aLoopOfChallengesEnds(String challenge, Trouble.Kind said, int calls) {
    String told = challenge.replace("HOST", stub.host()).replace("OTHER", other.host());
    stub.on(LATEST, challenge.equals("-") ? status(401) : status(401, "WWW-Authenticate", told));
    stub.on("/token", ok("application/json", "{\"token\":\"abc\"}".getBytes(UTF_8)));
    stub.on("/broken", ok("text/html", "<html>".getBytes(UTF_8)));
    stub.on("/split", ok("application/json", "{\"token\":\"a\\r\\nX: y\"}".getBytes(UTF_8)));
    stub.on("/busy", status(429));
    trouble(said, latest(SECRET));
    assertEquals(calls, stub.seen().size());
    assertEquals(List.of(), other.seen());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          location                          | said
          http://HOST/v2/app/manifests/latest | TOO_MANY
          /v2/app/manifests/latest          | TOO_MANY
          http://OTHER/x                    | NOT_ALLOWED
          http://localhost:PORT/x           | NOT_ALLOWED
          https://127.0.0.1/x               | NOT_ALLOWED
          https://169.254.169.254/latest    | NOT_ALLOWED
          https://[fe80::1]/x               | NOT_ALLOWED
          https://[64:ff9b::7f00:1]/x       | NOT_ALLOWED
          https://0/x                       | NOT_ALLOWED
          https://0x7f.1/x                  | NOT_ALLOWED
          https://0xa9fea9fe/x              | NOT_ALLOWED
          https://0177.0.0.1/x              | NOT_ALLOWED
          https://cdn.example./x            | NOT_ALLOWED
          https://LONG.example/x            | NOT_ALLOWED
          https://xn--.example/x            | NOT_ALLOWED
          http://registry.test/x            | NOT_ALLOWED
          file:///etc/passwd                | NOT_ALLOWED
          javascript:alert(1)               | NOT_ALLOWED
          https://user:pass@registry.test/x | NOT_ALLOWED
          https://exa mple/x                | UNEXPECTED
          -                                 | UNEXPECTED
          """)
  void redirectsLeadNowhereTheyMustNot(String location, Trouble.Kind said) {
    String target =
        location
            .replace("HOST", stub.host())
            .replace("OTHER", other.host())
            .replace("LONG", "a".repeat(64))
            .replace("PORT", String.valueOf(other.port()));
    stub.on(LATEST, location.equals("-") ? status(302) : status(307, "Location", target));
    trouble(said, latest());
    assertEquals(List.of(), other.seen());
    assertTrue(stub.seen().size() <= 6, "calls: " + stub.seen().size());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void credentialsStayWithTheirHost(int status) {
    try (Registries trusting =
        new Registries(
            new Access(
                Set.of(), Set.of(stub.host(), other.host()), Set.of(stub.host(), other.host())),
            Proxies.NONE,
            List.of(),
            Limits.DEFAULT)) {
      stub.on(
          LATEST,
          inTurn(
              status(401, "WWW-Authenticate", "Basic realm=\"x\""),
              status(status, "Location", "/v2/app/manifests/moved")));
      stub.on(
          "/v2/app/manifests/moved",
          status(status, "Location", "http://" + other.host() + "/elsewhere"));
      other.on("/elsewhere", ok(Manifests.IMAGE, GOOD.getBytes(UTF_8)));
      var fetched = trusting.as(SECRET).manifest(stub.repository("app"), "latest", deadline());
      assertInstanceOf(Fetched.There.class, fetched);
      assertTrue(
          stub.seen("/v2/app/manifests/moved").getFirst().authorization().startsWith("Basic "));
      assertEquals("", other.seen("/elsewhere").getFirst().authorization());
    }
  }

  /// The host that a redirect leads to asks for a password: it does not get this one.
  @Test
  void aChallengeFromElsewhereIsNotAnswered() {
    try (Registries trusting =
        new Registries(
            new Access(
                Set.of(), Set.of(stub.host(), other.host()), Set.of(stub.host(), other.host())),
            Proxies.NONE,
            List.of(),
            Limits.DEFAULT)) {
      stub.on(LATEST, status(302, "Location", "http://" + other.host() + "/elsewhere"));
      other.on("/elsewhere", status(401, "WWW-Authenticate", "Basic realm=\"x\""));
      trouble(
          Trouble.Kind.DENIED,
          trusting.as(SECRET).manifest(stub.repository("app"), "latest", deadline()));
      assertEquals(1, other.seen().size());
      assertEquals("", other.seen().getFirst().authorization());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          content type                                | content                                | said
          text/html                                   | GOOD                                   | MALFORMED
          application/vnd.oci.image.index.v1+json     | GOOD                                   | MALFORMED
          application/vnd.docker.distribution.manifest.v1+prettyjws | GOOD                     | MALFORMED
          application/vnd.oci.image.manifest.v1+json  | <html>                                 | MALFORMED
          application/vnd.oci.image.manifest.v1+json  | []                                     | MALFORMED
          application/vnd.oci.image.manifest.v1+json  | {}                                     | MALFORMED
          application/vnd.oci.image.manifest.v1+json  | {"config":{},"config":{}}              | MALFORMED
          application/vnd.oci.image.index.v1+json     | {"manifests":[],"layers":[]}           | MALFORMED
          application/vnd.oci.image.index.v1+json     | {"manifests":[],"config":{}}           | MALFORMED
          application/vnd.oci.image.index.v1+json     | {"manifests":{}}                       | MALFORMED
          application/vnd.oci.image.index.v1+json     | {"manifests":[{"digest":"sha256:ab","size":1}]} | MALFORMED
          application/vnd.oci.image.index.v1+json     | DEEP                                   | MALFORMED
          application/json                            | {"manifests":[]}                       | MALFORMED
          """)
  void aManifestThatIsNoneIsSaidToBe(String type, String content, Trouble.Kind said) {
    String text = content.replace("GOOD", GOOD).replace("DEEP", "[".repeat(100_000));
    stub.on(LATEST, ok(type, text.getBytes(UTF_8)));
    trouble(said, latest());
  }

  @Test
  void aHugeManifestIsNotRead() {
    stub.on(LATEST, ok(Manifests.IMAGE, new byte[Limits.DEFAULT.maxManifest() + 1]));
    trouble(Trouble.Kind.TOO_LARGE, latest());
  }

  @Test
  void aLyingDigestIsNoticed() {
    Digest wanted = Digest.sha256("something else".getBytes(UTF_8));
    Registry registry = registries.as(Credentials.NONE);
    stub.on("/v2/app/manifests/" + wanted, ok(Manifests.IMAGE, GOOD.getBytes(UTF_8)));
    stub.on("/v2/app/blobs/" + wanted, ok("a/b", "something".getBytes(UTF_8)));
    trouble(
        Trouble.Kind.WRONG_DIGEST, registry.manifest(stub.repository("app"), wanted, deadline()));
    trouble(
        Trouble.Kind.WRONG_DIGEST, registry.blob(stub.repository("app"), wanted, 100, deadline()));
  }

  @Test
  void aTagsDigestIsComputedAndTheHeaderMustAgree() {
    byte[] content = GOOD.getBytes(UTF_8);
    stub.on(LATEST, ok(Manifests.IMAGE, content));
    var there = assertInstanceOf(Fetched.There.class, latest());
    assertEquals(Digest.sha256(content), ((Manifest) there.value()).digest());
    stub.on(
        LATEST,
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Docker-Content-Digest", Digest.sha256(new byte[0]).toString());
          ok(Manifests.IMAGE, content).answer(exchange);
        });
    trouble(Trouble.Kind.WRONG_DIGEST, latest());
  }

  @Test
  void aBlobIsReadUpToItsBound() {
    Digest digest = stub.blob("app", new byte[100]);
    Registry registry = registries.as(Credentials.NONE);
    assertInstanceOf(
        Fetched.There.class, registry.blob(stub.repository("app"), digest, 100, deadline()));
    trouble(Trouble.Kind.TOO_LARGE, registry.blob(stub.repository("app"), digest, 99, deadline()));
  }

  private Fetched<List<Descriptor>> referrers(Optional<String> type) {
    return registries
        .as(Credentials.NONE)
        .referrers(stub.repository("app"), Digest.sha256(new byte[0]), type, deadline());
  }

  private static final String REFERRERS = "/v2/app/referrers/" + Digest.sha256(new byte[0]);

  private static StubRegistry.Handler page(String link, String... entries) {
    return exchange -> {
      exchange.getResponseHeaders().set("Link", link);
      ok(Manifests.INDEX, Manifests.index(List.of(entries)).getBytes(UTF_8)).answer(exchange);
    };
  }

  @Test
  void endlessPagesEnd() {
    stub.on(REFERRERS, page("<" + REFERRERS + "?n=1>; rel=\"next\""));
    trouble(Trouble.Kind.TOO_MANY, referrers(Optional.empty()));
    assertEquals(Limits.DEFAULT.maxPages(), stub.seen(REFERRERS).size());
  }

  @Test
  void endlessEntriesEnd() {
    String[] many = new String[Limits.DEFAULT.maxEntries() / 4];
    java.util.Arrays.setAll(
        many, i -> Manifests.entry(Digest.sha256(new byte[] {(byte) i}), "a/b"));
    stub.on(REFERRERS, page("<" + REFERRERS + "?n=1>; rel=\"next\"", many));
    trouble(Trouble.Kind.TOO_MANY, referrers(Optional.empty()));
    assertEquals(5, stub.seen(REFERRERS).size());
  }

  @Test
  void pagesStayOnTheirHost() {
    stub.on(REFERRERS, page("<http://" + other.host() + "/x>; rel=\"next\""));
    trouble(Trouble.Kind.NOT_ALLOWED, referrers(Optional.empty()));
    assertEquals(List.of(), other.seen());
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 200})
  void aListThatBreaksOffIsNoList(int status) {
    stub.on(REFERRERS, page("</more>; rel=next"));
    stub.on("/more", status == 404 ? status(404) : ok("text/html", new byte[] {'x'}));
    trouble(Trouble.Kind.UNEXPECTED, referrers(Optional.empty()));
  }

  @Test
  void pagesAreJoinedAndFiltered() {
    Digest one = Digest.sha256(new byte[] {1});
    Digest two = Digest.sha256(new byte[] {2});
    Digest three = Digest.sha256(new byte[] {3});
    stub.on(
        REFERRERS,
        page(
            "</more?last=1>; rel=\"next\"",
            Manifests.entry(one, "a/b"),
            Manifests.entry(two, "c/d")));
    stub.on(
        "/more",
        ok(Manifests.INDEX, Manifests.index(List.of(Manifests.entry(three, ""))).getBytes(UTF_8)));
    var there = assertInstanceOf(Fetched.There.class, referrers(Optional.of("a/b")));
    assertEquals(
        List.of(one, three),
        ((List<?>) there.value()).stream().map(entry -> ((Descriptor) entry).digest()).toList());
    assertEquals("artifactType=a%2Fb", stub.seen(REFERRERS).getFirst().query());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | true
          404 | true
          405 | true
          406 | true
          501 | true
          401 | false
          403 | false
          429 | false
          500 | false
          """)
  void onlyAMissingApiLeadsToTheFallbackTag(int status, boolean fallback) {
    stub.on(REFERRERS, status(status));
    Fetched<List<Descriptor>> fetched = referrers(Optional.empty());
    assertEquals(fallback, fetched.equals(new Fetched.There<>(List.of())));
  }

  @Test
  void tagsAreListedInPages() {
    stub.on(
        "/v2/app/tags/list",
        exchange -> {
          exchange.getResponseHeaders().set("Link", "</v2/app/tags/more>; rel=\"next\"");
          ok("application/json", "{\"tags\":[\"a\",\"../b\",7,\"c\"]}".getBytes(UTF_8))
              .answer(exchange);
        });
    stub.on("/v2/app/tags/more", ok("application/json", "{\"tags\":null}".getBytes(UTF_8)));
    assertEquals(
        new Fetched.There<>(List.of("a", "c")),
        registries.as(Credentials.NONE).tags(stub.repository("app"), deadline()));
  }

  @Test
  void registriesThatAreNotOnTheListAreNotAsked() {
    try (Registries few =
        new Registries(
            new Access(Set.of("ghcr.io"), Set.of(stub.host()), Set.of(stub.host())),
            Proxies.NONE,
            List.of(),
            Limits.DEFAULT)) {
      trouble(
          Trouble.Kind.NOT_ALLOWED,
          few.as(Credentials.NONE).manifest(stub.repository("app"), "latest", deadline()));
      assertEquals(List.of(), stub.seen());
    }
  }

  /// Where every redirect leads to a page to log in at, nobody has said that there is nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <html>not found</html>                   | false
          {}                                       | false
          {"errors":"none"}                        | false
          {"errors":[{"code":"MANIFEST_UNKNOWN"}]} | true
          """)
  void onlyARegistryCanSayThatThereIsNothing(String body, boolean believed) {
    try (Registries trusting =
        new Registries(
            new Access(
                Set.of(), Set.of(stub.host(), other.host()), Set.of(stub.host(), other.host())),
            Proxies.NONE,
            List.of(),
            Limits.DEFAULT)) {
      other.on(
          "/elsewhere",
          exchange -> {
            byte[] content = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(404, content.length);
            exchange.getResponseBody().write(content);
          });
      for (String path : List.of(LATEST, REFERRERS)) {
        stub.on(path, status(302, "Location", "http://" + other.host() + "/elsewhere"));
      }
      Registry registry = trusting.as(Credentials.NONE);
      Fetched<Manifest> manifest = registry.manifest(stub.repository("app"), "latest", deadline());
      Fetched<List<Descriptor>> list =
          registry.referrers(
              stub.repository("app"), Digest.sha256(new byte[0]), Optional.empty(), deadline());
      if (believed) {
        assertEquals(new Fetched.NotThere<>(), manifest);
        assertEquals(new Fetched.There<>(List.of()), list);
      } else {
        trouble(Trouble.Kind.UNEXPECTED, manifest);
        trouble(Trouble.Kind.UNEXPECTED, list);
      }
    }
  }

  /// A token server that cannot be named is no exception.
  @ParameterizedTest
  @ValueSource(strings = {"https://auth.example./t", "https://0x7f000001/t", "https://[:::]/t"})
  void aTokenServerThatIsNoHostIsNotAsked(String realm) {
    stub.on(LATEST, status(401, "WWW-Authenticate", "Bearer realm=\"" + realm + "\""));
    assertInstanceOf(Fetched.Unknown.class, latest(SECRET));
  }

  /// What a Secret holds may fit into no header; it is not repeated either.
  @Test
  void aTokenThatFitsIntoNoHeaderIsATrouble() {
    stub.on(LATEST, status(401, "WWW-Authenticate", "Bearer realm=\"https://a.test/t\""));
    Credentials odd =
        (repository, deadline) ->
            new Fetched.There<>(List.of(new Credential.RegistryToken("s3cret\n")));
    var unknown = assertInstanceOf(Fetched.Unknown.class, latest(odd));
    assertTrue(!unknown.trouble().detail().contains("s3cret"), unknown.trouble().detail());
  }
}
