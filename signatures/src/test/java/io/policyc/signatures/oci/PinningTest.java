package io.policyc.signatures.oci;

import static io.policyc.signatures.oci.StubRegistry.ok;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Origin;
import io.policyc.signatures.oci.net.Proxies;
import io.policyc.signatures.oci.net.Resolver;
import io.policyc.signatures.oci.net.TestTls;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The address that was checked is the one that is connected to.
class PinningTest {
  private static final byte[] GOOD =
      Manifests.image("", "application/vnd.oci.image.config.v1+json").getBytes(UTF_8);

  /// A name that only this resolver knows: whoever asks another one finds nothing.
  private static final String NAME = "registry.test";

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("192.0.1.1");

  private static Fetched<Manifest> fetch(
      String host,
      Set<String> plain,
      Set<String> internal,
      List<X509Certificate> authorities,
      Proxies proxies,
      Resolver resolver) {
    try (Registries registries =
        new Registries(
            new Access(Set.of(), plain, internal),
            proxies,
            authorities,
            resolver,
            new Limits(100_000, 1000, 1000, 2, 10, 10, 1000, 2, 1, Duration.ofSeconds(2)))) {
      return registries
          .as(Credentials.NONE)
          .manifest(
              new Repository(host, "app"),
              "latest",
              Deadline.in(Duration.ofSeconds(20), new FakeTime()));
    }
  }

  private static Trouble trouble(Fetched<Manifest> fetched) {
    return assertInstanceOf(Fetched.Unknown.class, fetched).trouble();
  }

  private static StubRegistry serving(StubRegistry stub) {
    return stub.on("/v2/app/manifests/latest", ok(Manifests.IMAGE, GOOD));
  }

  @Test
  void theNameStaysInTheRequestAndOneAnswerOfTheResolverCounts() {
    try (StubRegistry stub = serving(new StubRegistry())) {
      String host = NAME + ":" + stub.port();
      AtomicInteger asked = new AtomicInteger();
      Resolver rebinding = name -> List.of(asked.getAndIncrement() == 0 ? LOOPBACK : PUBLIC);
      assertInstanceOf(
          Fetched.There.class,
          fetch(host, Set.of(host), Set.of(host), List.of(), Proxies.NONE, rebinding));
      assertEquals(1, asked.get());
      assertEquals(host, stub.seen().getFirst().host());
    }
  }

  @Test
  void aNameThatLeadsInsideIsRefused() {
    try (StubRegistry stub = serving(new StubRegistry())) {
      String host = NAME + ":" + stub.port();
      for (List<InetAddress> addresses : List.of(List.of(LOOPBACK), List.of(PUBLIC, LOOPBACK))) {
        Trouble trouble =
            trouble(
                fetch(host, Set.of(host), Set.of(), List.of(), Proxies.NONE, name -> addresses));
        assertEquals(Trouble.Kind.NOT_ALLOWED, trouble.kind());
      }
      assertEquals(List.of(), stub.seen());
    }
  }

  @Test
  void certificatesAreComparedWithTheName() {
    TestTls tls = TestTls.named(NAME);
    try (StubRegistry stub = serving(new StubRegistry(Optional.of(tls.server())))) {
      Resolver resolver = name -> List.of(LOOPBACK);
      List<X509Certificate> authorities = List.of(tls.certificate());
      String right = NAME + ":" + stub.port();
      String wrong = "other.test:" + stub.port();
      assertInstanceOf(
          Fetched.There.class,
          fetch(right, Set.of(), Set.of(right), authorities, Proxies.NONE, resolver));
      assertEquals(
          Trouble.Kind.UNREACHABLE,
          trouble(fetch(wrong, Set.of(), Set.of(wrong), authorities, Proxies.NONE, resolver))
              .kind());
      assertEquals(
          Trouble.Kind.UNREACHABLE,
          trouble(fetch(right, Set.of(), Set.of(right), List.of(), Proxies.NONE, resolver)).kind(),
          "an authority that nobody named");
      assertEquals(1, stub.seen().size());
    }
  }

  @Test
  void anotherAddressIsTriedWhereOneDoesNotAnswer() {
    try (StubRegistry stub = serving(new StubRegistry())) {
      String host = NAME + ":" + stub.port();
      // nothing listens at that address of the loopback
      Resolver two = name -> List.of(InetAddress.ofLiteral("127.0.0.2"), LOOPBACK);
      assertInstanceOf(
          Fetched.There.class,
          fetch(host, Set.of(host), Set.of(host), List.of(), Proxies.NONE, two));
    }
  }

  @Test
  void aNameWithoutAddressesIsATrouble() {
    Trouble trouble =
        trouble(
            fetch(
                NAME,
                Set.of(),
                Set.of(),
                List.of(),
                Proxies.NONE,
                name -> {
                  throw new UnknownHostException(name);
                }));
    assertEquals(Trouble.Kind.UNREACHABLE, trouble.kind());
    assertTrue(trouble.detail().contains(NAME), trouble.detail());
  }

  /// A proxy is told the name; addresses inside URLs are checked all the same.
  @Test
  void aProxyIsToldTheName() {
    try (StubRegistry proxy = serving(new StubRegistry())) {
      Proxies proxies =
          new Proxies(
              Optional.empty(),
              Optional.of(new Origin(false, "127.0.0.1", proxy.port())),
              List.of());
      Resolver nobody =
          name -> {
            throw new UnknownHostException(name);
          };
      assertInstanceOf(
          Fetched.There.class, fetch(NAME, Set.of(NAME), Set.of(), List.of(), proxies, nobody));
      assertEquals(NAME, proxy.seen().getFirst().host());
      assertEquals(
          Trouble.Kind.NOT_ALLOWED,
          trouble(
                  fetch(
                      "10.0.0.1",
                      Set.of("10.0.0.1"),
                      Set.of(),
                      List.of(),
                      proxies,
                      name -> List.of(InetAddress.ofLiteral(name))))
              .kind());
    }
  }

  /// A resolver that fails in a way of its own is a trouble, and no exception.
  @Test
  void aResolverThatFailsIsATrouble() {
    Resolver broken =
        name -> {
          throw new IllegalStateException(name);
        };
    assertEquals(
        Trouble.Kind.UNEXPECTED,
        trouble(fetch(NAME, Set.of(), Set.of(), List.of(), Proxies.NONE, broken)).kind());
  }
}
