package io.policyc.signatures.oci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.oci.auth.Credentials;
import io.policyc.signatures.oci.net.Access;
import io.policyc.signatures.oci.net.Proxies;
import io.policyc.signatures.sigstore.Material;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Signatures are found wherever cosign puts them, and what cannot be read is never "none".
class SignatureSourceTest {
  private static final Digest IMAGE = Digest.sha256("the image".getBytes(UTF_8));
  private static final String TAG = "sha256-" + IMAGE.hex();
  private static final byte[] BUNDLE = "{\"a\":\"bundle\"}".getBytes(UTF_8);
  private static final byte[] PAYLOAD = "{\"critical\":{}}".getBytes(UTF_8);

  private final StubRegistry stub = new StubRegistry();
  private final Registries registries =
      new Registries(
          new Access(Set.of(), Set.of(stub.host()), Set.of(stub.host())),
          Proxies.NONE,
          List.of(),
          Limits.DEFAULT);

  @AfterEach
  void close() {
    registries.close();
    stub.close();
  }

  private Found find() {
    return find(SignatureSource.Places.BESIDE);
  }

  private Found find(SignatureSource.Places places) {
    return new SignatureSource(registries.as(Credentials.NONE), Limits.DEFAULT)
        .find(
            stub.repository("app"),
            IMAGE,
            places,
            Deadline.in(Duration.ofSeconds(30), new FakeTime()));
  }

  private void referrers(String... entries) {
    stub.on(
        "/v2/app/referrers/" + IMAGE,
        StubRegistry.ok(Manifests.INDEX, Manifests.index(List.of(entries)).getBytes(UTF_8)));
  }

  private Digest bundle() {
    Digest blob = stub.blob("app", BUNDLE);
    return stub.manifest(
        "app",
        "",
        Manifests.IMAGE,
        Manifests.image(
            Manifests.BUNDLE,
            Manifests.EMPTY_CONFIG,
            Manifests.layer(Manifests.BUNDLE, blob, BUNDLE.length, "")));
  }

  private static String signed(String signature) {
    return "\"dev.cosignproject.cosign/signature\":\"" + signature + "\"";
  }

  private void tagged(String suffix, String type, String... signatures) {
    Digest blob = stub.blob("app", PAYLOAD);
    List<String> layers = new ArrayList<>();
    for (String signature : signatures) {
      layers.add(Manifests.layer(type, blob, PAYLOAD.length, signed(signature)));
    }
    stub.manifest(
        "app",
        TAG + suffix,
        Manifests.IMAGE,
        Manifests.image(
            "", "application/vnd.oci.image.config.v1+json", layers.toArray(String[]::new)));
  }

  @Test
  void whereNothingLiesThereIsNothing() {
    Found found = find();
    assertEquals(new Found.All(List.of()), found);
    assertEquals(1, stub.seen("/v2/app/manifests/" + TAG).size(), "the fallback tag was asked for");
  }

  /// go-containerregistry's registry names the type of the config; others name nothing.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.dev.sigstore.bundle.v0.3+json",
        "",
        "application/vnd.oci.empty.v1+json",
        "application/vnd.oci.image.config.v1+json"
      })
  void bundlesAreFoundByTheApiWhateverItCallsThem(String type) {
    referrers(Manifests.entry(bundle(), type));
    assertEquals(new Found.All(List.of(new Material.Bundle(Bytes.copyOf(BUNDLE)))), find());
  }

  @Test
  void bundlesAreFoundByTheFallbackTag() {
    stub.manifest(
        "app",
        TAG,
        Manifests.INDEX,
        Manifests.index(List.of(Manifests.entry(bundle(), Manifests.BUNDLE))));
    assertEquals(new Found.All(List.of(new Material.Bundle(Bytes.copyOf(BUNDLE)))), find());
  }

  @Test
  void whatCallsItselfSomethingElseIsNotFetched() {
    Digest other = bundle();
    referrers(Manifests.entry(other, "application/spdx+json"));
    assertEquals(new Found.All(List.of()), find());
    assertEquals(List.of(), stub.seen("/v2/app/manifests/" + other));
  }

  @Test
  void severalSignaturesOfOnePayloadAreAllFound() {
    tagged(".sig", Manifests.SIMPLE, "one", "two");
    assertEquals(
        new Found.All(
            List.of(
                new Material.CosignSignature(Bytes.copyOf(PAYLOAD), annotation("one")),
                new Material.CosignSignature(Bytes.copyOf(PAYLOAD), annotation("two")))),
        find());
  }

  private static Map<String, String> annotation(String signature) {
    return Map.of("dev.cosignproject.cosign/signature", signature);
  }

  @Test
  void attestationsHaveAnEmptySignature() {
    tagged(".att", Manifests.DSSE, "");
    assertEquals(
        new Found.All(
            List.of(new Material.CosignAttestation(Bytes.copyOf(PAYLOAD), annotation("")))),
        find());
  }

  @Test
  void cosignsFirstLayoutIsFoundOnReferrersToo() {
    Digest blob = stub.blob("app", PAYLOAD);
    String type = "application/vnd.dev.cosign.artifact.sig.v1+json";
    Digest manifest =
        stub.manifest(
            "app",
            "",
            Manifests.IMAGE,
            Manifests.image(
                type,
                type,
                Manifests.layer(Manifests.SIMPLE, blob, PAYLOAD.length, signed("one"))));
    referrers(Manifests.entry(manifest, type));
    assertEquals(
        new Found.All(
            List.of(new Material.CosignSignature(Bytes.copyOf(PAYLOAD), annotation("one")))),
        find());
  }

  @Test
  void noFormatHidesAnother() {
    referrers(Manifests.entry(bundle(), Manifests.BUNDLE));
    tagged(".sig", Manifests.SIMPLE, "one");
    tagged(".att", Manifests.DSSE, "");
    assertEquals(
        List.of("Bundle", "CosignSignature", "CosignAttestation"),
        find().materials().stream().map(one -> one.getClass().getSimpleName()).toList());
  }

  @Test
  void signaturesMayLieElsewhere() {
    tagged(".sig", Manifests.SIMPLE, "one");
    Found beside = find();
    assertEquals(1, beside.materials().size());
    Found elsewhere =
        find(new SignatureSource.Places(Optional.of(stub.repository("signatures")), "release-"));
    assertEquals(new Found.All(List.of()), elsewhere);
    assertEquals(1, stub.seen("/v2/signatures/manifests/release-" + TAG + ".sig").size());
  }

  /// Every place, broken in every way: the others are still read, and nobody says "none".
  @ParameterizedTest
  @ValueSource(ints = {401, 403, 429, 500, 503, 418})
  void anErrorIsNeverNone(int status) {
    tagged(".sig", Manifests.SIMPLE, "one");
    for (String path :
        List.of(
            "/v2/app/referrers/" + IMAGE,
            "/v2/app/manifests/" + TAG + ".att",
            "/v2/app/blobs/" + Digest.sha256(PAYLOAD))) {
      stub.on(path, StubRegistry.status(status));
      assertInstanceOf(Found.Partly.class, find(), path);
    }
  }

  @Test
  void aTamperedSignatureIsATroubleAndTheOthersAreFound() {
    referrers(Manifests.entry(bundle(), Manifests.BUNDLE));
    tagged(".sig", Manifests.SIMPLE, "one");
    stub.on(
        "/v2/app/blobs/" + Digest.sha256(BUNDLE),
        StubRegistry.ok("application/octet-stream", "{\"a\":\"bundlE\"}".getBytes(UTF_8)));
    Found found = find();
    assertEquals(1, found.materials().size());
    assertEquals(
        List.of(Trouble.Kind.WRONG_DIGEST), found.troubles().stream().map(Trouble::kind).toList());
  }

  @Test
  void aReferrerThatIsListedButMissingIsATrouble() {
    referrers(Manifests.entry(Digest.sha256(new byte[] {1}), Manifests.BUNDLE));
    assertEquals(
        List.of(Trouble.Kind.MALFORMED), find().troubles().stream().map(Trouble::kind).toList());
  }

  @Test
  void aFloodOfSignaturesIsCutAndSaidSo() {
    String[] many = new String[Limits.DEFAULT.maxSignatures() + 5];
    for (int i = 0; i < many.length; i++) {
      many[i] = "s" + i;
    }
    tagged(".sig", Manifests.SIMPLE, many);
    Found found = find();
    assertEquals(Limits.DEFAULT.maxSignatures(), found.materials().size());
    assertEquals(
        List.of(Trouble.Kind.TOO_MANY), found.troubles().stream().map(Trouble::kind).toList());
  }

  /// Manifests that list signatures count as well: hundreds of large ones are not kept.
  @Test
  void largeManifestsUseUpTheBytes() {
    String padding = "x".repeat(3 * 1024 * 1024);
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Digest manifest =
          stub.manifest(
              "app",
              "",
              Manifests.IMAGE,
              Manifests.image("", Manifests.EMPTY_CONFIG)
                  .replace(
                      "\"layers\"", "\"annotations\":{\"p\":\"" + padding + i + "\"},\"layers\""));
      entries.add(Manifests.entry(manifest, ""));
    }
    referrers(entries.toArray(String[]::new));
    assertTrue(find().troubles().stream().anyMatch(one -> one.kind() == Trouble.Kind.TOO_MANY));
  }

  @Test
  void anIndexWhereSignaturesLieIsATrouble() {
    stub.manifest("app", TAG + ".sig", Manifests.INDEX, Manifests.index(List.of()));
    assertInstanceOf(Found.Partly.class, find());
  }

  private String referrer(String artifactType, List<String> layers) {
    return Manifests.entry(
        stub.manifest(
            "app",
            "",
            Manifests.IMAGE,
            Manifests.image(artifactType, Manifests.EMPTY_CONFIG, layers.toArray(String[]::new))),
        artifactType);
  }

  private static List<String> names(Found found) {
    return found.materials().stream().map(one -> one.getClass().getSimpleName()).toList();
  }

  private static List<Trouble.Kind> kinds(Found found) {
    return found.troubles().stream().map(Trouble::kind).toList();
  }

  /// Hundreds of layers under one referrer leave their turn to the others, and do not count on
  /// other roads.
  @Test
  void junkOfOneReferrerHidesNoOther() {
    List<String> junk = new ArrayList<>();
    for (int i = 0; i < Limits.DEFAULT.maxSignatures() + 50; i++) {
      Digest nothing = Digest.sha256(("junk " + i).getBytes(UTF_8));
      junk.add(Manifests.layer(Manifests.DSSE, nothing, 7, ""));
    }
    referrers(referrer(Manifests.BUNDLE, junk), Manifests.entry(bundle(), Manifests.BUNDLE));
    tagged(".sig", Manifests.SIMPLE, "one");
    tagged(".att", Manifests.DSSE, "");
    Found found = find();
    assertEquals(List.of("Bundle", "CosignSignature", "CosignAttestation"), names(found));
    assertTrue(kinds(found).contains(Trouble.Kind.TOO_MANY), found.troubles().toString());
  }

  /// Sizes that a manifest claims use nothing up before there is content.
  @Test
  void claimedSizesAreNotRead() {
    List<String> junk = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Digest nothing = Digest.sha256(("junk " + i).getBytes(UTF_8));
      junk.add(Manifests.layer(Manifests.BUNDLE, nothing, 9 << 20, ""));
    }
    Digest real = stub.blob("app", BUNDLE);
    junk.add(Manifests.layer(Manifests.BUNDLE, real, BUNDLE.length, ""));
    referrers(referrer(Manifests.BUNDLE, junk));
    tagged(".sig", Manifests.SIMPLE, "one");
    Found found = find();
    assertEquals(List.of("Bundle", "CosignSignature"), names(found));
    assertEquals(List.of(Trouble.Kind.MALFORMED), kinds(found));
  }

  /// Four large attestations use up the bytes of their own road only, and small ones come first.
  @Test
  void largeContentHidesNoSmall() {
    List<String> layers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      byte[] large = new byte[(9 << 20) + i];
      layers.add(Manifests.layer(Manifests.DSSE, stub.blob("app", large), large.length, ""));
    }
    layers.add(Manifests.layer(Manifests.DSSE, stub.blob("app", PAYLOAD), PAYLOAD.length, ""));
    stub.manifest(
        "app",
        TAG + ".att",
        Manifests.IMAGE,
        Manifests.image("", Manifests.EMPTY_CONFIG, layers.toArray(String[]::new)));
    tagged(".sig", Manifests.SIMPLE, "one");
    Found found = find();
    assertEquals("CosignSignature", names(found).getFirst());
    assertTrue(
        found
            .materials()
            .contains(new Material.CosignAttestation(Bytes.copyOf(PAYLOAD), Map.of())));
    assertEquals(List.of(Trouble.Kind.TOO_MANY), kinds(found));
  }

  /// A layer that claims another size of the same content hides nothing of the layer that is right.
  @Test
  void aLieAboutASizeHidesNoTruth() {
    Digest real = stub.blob("app", BUNDLE);
    referrers(
        referrer(
            Manifests.BUNDLE,
            List.of(
                Manifests.layer(Manifests.BUNDLE, real, 1, ""),
                Manifests.layer(Manifests.BUNDLE, real, BUNDLE.length + 1, ""),
                Manifests.layer(Manifests.BUNDLE, real, 1L << 40, ""),
                Manifests.layer(Manifests.BUNDLE, real, BUNDLE.length, ""))));
    Found found = find();
    assertEquals(List.of("Bundle"), names(found));
    assertEquals(
        java.util.Set.of(Trouble.Kind.TOO_LARGE, Trouble.Kind.WRONG_DIGEST),
        java.util.Set.copyOf(kinds(found)));
  }

  /// A list of referrers that is cut off somewhere keeps what has been read of it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "</v2/app/more>; rel=\"next\"",
        "</gone>; rel=next",
        "<https://elsewhere.test/>; rel=next",
        "; rel=next",
        "</broken>; rel=\"last next\""
      })
  void aListThatIsCutOffKeepsItsBeginning(String link) {
    Digest bundle = bundle();
    StubRegistry.Handler page =
        exchange -> {
          exchange.getResponseHeaders().set("Link", link);
          StubRegistry.ok(
                  Manifests.INDEX,
                  Manifests.index(List.of(Manifests.entry(bundle, Manifests.BUNDLE)))
                      .getBytes(UTF_8))
              .answer(exchange);
        };
    stub.on("/v2/app/referrers/" + IMAGE, page);
    stub.on("/v2/app/more", page);
    stub.on("/broken", StubRegistry.ok(Manifests.INDEX, new byte[] {'{'}));
    Found found = find();
    assertInstanceOf(Found.Partly.class, found);
    assertEquals(List.of("Bundle"), names(found));
  }

  /// What nobody has thought of is a trouble of one road.
  @Test
  void anExceptionIsATrouble() {
    Registry broken =
        new Registry() {
          @Override
          public Fetched<Manifest> manifest(Repository repository, String tag, Deadline deadline) {
            throw new IllegalStateException("secret");
          }

          @Override
          public Fetched<Manifest> manifest(Repository repository, Digest digest, Deadline time) {
            throw new IllegalStateException("secret");
          }

          @Override
          public Fetched<Bytes> blob(
              Repository repository, Digest digest, long max, Deadline time) {
            throw new IllegalStateException("secret");
          }

          @Override
          public Fetched<List<Descriptor>> referrers(
              Repository repository, Digest subject, Optional<String> type, Deadline deadline) {
            throw new IllegalStateException("secret");
          }

          @Override
          public Fetched<List<String>> tags(Repository repository, Deadline deadline) {
            throw new IllegalStateException("secret");
          }
        };
    Trouble said =
        new Trouble(Trouble.Kind.UNEXPECTED, "asking a registry failed with IllegalStateException");
    Repository any = new Repository("a.test", "app");
    Deadline deadline = Deadline.in(Duration.ofSeconds(1), new FakeTime());
    assertEquals(
        new Found.Partly(List.of(), List.of(said)),
        new SignatureSource(broken, Limits.DEFAULT)
            .find(any, IMAGE, SignatureSource.Places.BESIDE, deadline));
    Registry guarded = new Guarded(broken);
    for (Fetched<?> fetched :
        List.<Fetched<?>>of(
            guarded.manifest(any, "a", deadline),
            guarded.manifest(any, IMAGE, deadline),
            guarded.blob(any, IMAGE, 1, deadline),
            guarded.referrers(any, IMAGE, Optional.empty(), deadline),
            guarded.tags(any, deadline))) {
      assertEquals(new Fetched.Unknown<>(said), fetched);
    }
    assertEquals(List.of(said), guarded.everyManifest(any, "a", deadline).troubles());
    assertEquals(List.of(said), guarded.everyReferrer(any, IMAGE, deadline).troubles());
  }
}
