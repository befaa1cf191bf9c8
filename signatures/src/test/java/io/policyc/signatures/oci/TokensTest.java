package io.policyc.signatures.oci;

import static io.policyc.signatures.oci.StubRegistry.ok;
import static io.policyc.signatures.oci.StubRegistry.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.oci.auth.Credential;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Proxies;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens: asked for as the protocol says, kept for one credential only.
class TokensTest {
  private static final String LATEST = "/v2/app/manifests/latest";
  private static final byte[] GOOD =
      Manifests.image("", "application/vnd.oci.image.config.v1+json").getBytes(UTF_8);

  private final StubRegistry stub = new StubRegistry();
  private final FakeTime time = new FakeTime();
  private final Registries registries =
      new Registries(
          new Access(Set.of(), Set.of(stub.host()), Set.of(stub.host())),
          Proxies.NONE,
          List.of(),
          Limits.DEFAULT);

  /// Lets in whoever shows the token `good`, which Jane and nobody else is given.
  @BeforeEach
  void janeMayPull() {
    stub.on(
        LATEST,
        exchange -> {
          boolean shown =
              "Bearer good".equals(exchange.getRequestHeaders().getFirst("Authorization"));
          (shown
                  ? ok(Manifests.IMAGE, GOOD)
                  : status(
                      401,
                      "WWW-Authenticate",
                      "Bearer realm=\"http://"
                          + stub.host()
                          + "/token?x=1\",service=\"a registry\",scope=\"everything\""))
              .answer(exchange);
        });
    String jane = "Basic " + Base64.getEncoder().encodeToString("jane:s3cret".getBytes(UTF_8));
    stub.on(
        "/token",
        exchange -> {
          boolean known =
              jane.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                  || exchange.getRequestMethod().equals("POST");
          (known
                  ? ok(
                      "application/json",
                      "{\"access_token\":\"good\",\"expires_in\":300}".getBytes(UTF_8))
                  : ok("application/json", "{\"token\":\"bad\"}".getBytes(UTF_8)))
              .answer(exchange);
        });
  }

  @AfterEach
  void close() {
    registries.close();
    stub.close();
  }

  private Fetched<Manifest> latest(Credential... credentials) {
    Credentials shown = (repository, deadline) -> new Fetched.There<>(List.of(credentials));
    return registries
        .as(shown)
        .manifest(stub.repository("app"), "latest", Deadline.in(Duration.ofSeconds(20), time));
  }

  private static final Credential JANE = new Credential.Password("jane", "s3cret");

  @Test
  void aTokenIsAskedForOnceWithOurScope() {
    assertInstanceOf(Fetched.There.class, latest(JANE));
    assertInstanceOf(Fetched.There.class, latest(JANE));
    assertEquals(1, stub.seen("/token").size());
    assertEquals(
        "x=1&service=a+registry&scope=repository%3Aapp%3Apull",
        stub.seen("/token").getFirst().query());
    assertEquals(3, stub.seen(LATEST).size(), "the second call shows the token at once");
  }

  @Test
  void aTokenIsForWhoeverAskedForIt() {
    assertInstanceOf(Fetched.There.class, latest(JANE));
    for (Credential other :
        List.of(
            new Credential.Anonymous(),
            new Credential.Password("jane", "other"),
            new Credential.RegistryToken("x"))) {
      var unknown = assertInstanceOf(Fetched.Unknown.class, latest(other), other.toString());
      assertEquals(Trouble.Kind.DENIED, unknown.trouble().kind());
    }
  }

  @Test
  void aTokenHoldsAsLongAsItSays() {
    assertInstanceOf(Fetched.There.class, latest(JANE));
    time.pass(Duration.ofSeconds(290));
    assertInstanceOf(Fetched.There.class, latest(JANE));
    assertEquals(1, stub.seen("/token").size());
    time.pass(Duration.ofSeconds(6));
    assertInstanceOf(Fetched.There.class, latest(JANE));
    assertEquals(2, stub.seen("/token").size());
  }

  @Test
  void identityTokensAreExchangedByPost() {
    assertInstanceOf(Fetched.There.class, latest(new Credential.IdentityToken("a b")));
    StubRegistry.Seen call = stub.seen("/token").getFirst();
    assertEquals("POST", call.method());
    assertEquals("", call.authorization());
    assertEquals(
        "service=a+registry&scope=repository%3Aapp%3Apull&grant_type=refresh_token"
            + "&client_id=policyc&refresh_token=a+b",
        call.body());
  }

  @Test
  void registryTokensAreShownAsTheyAre() {
    assertInstanceOf(Fetched.There.class, latest(new Credential.RegistryToken("good")));
    assertEquals(List.of(), stub.seen("/token"));
  }

  @Test
  void credentialsAreTriedInTurn() {
    assertInstanceOf(
        Fetched.There.class,
        latest(new Credential.Password("joe", "x"), new Credential.RegistryToken("y"), JANE));
    assertInstanceOf(Fetched.Unknown.class, latest(new Credential.Password("joe", "x")));
  }

  @Test
  void nothingIsShownBeforeItIsAskedFor() {
    assertInstanceOf(Fetched.There.class, latest(JANE));
    assertEquals("", stub.seen(LATEST).getFirst().authorization());
    assertTrue(stub.seen(LATEST).get(1).authorization().startsWith("Bearer "));
  }
}
