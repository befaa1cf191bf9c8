package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static io.policyc.signatures.sigstore.Asked.DIGEST;
import static io.policyc.signatures.sigstore.Asked.DIGESTS;
import static io.policyc.signatures.sigstore.Asked.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Digest;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import io.policyc.signatures.sigstore.Verdict.Signer;
import io.policyc.signatures.sigstore.Verdict.Verified;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every way of signing, as its tools do it, verifies.
class VerifierTest {
  private static final MintedWorld WORLD = MintedWorld.create();
  private static final Verifier VERIFIER = new Verifier(WORLD.root());
  private static final Signer MINTED =
      new Signer.Identified(MintedWorld.SUBJECT, MintedWorld.ISSUER);

  private static SignaturePlan keyless() {
    return SignaturePlan.keyless(WORLD, WORLD.leaf());
  }

  private static void verifies(Format format, Material material, Demand demand) {
    assertEquals(
        new Verified(DIGEST, MINTED, Optional.of(MintedWorld.SIGNED), format),
        VERIFIER.verify(material, DIGEST, demand, NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "0.2", "0.3"})
  void bundlesOfImages(String version) {
    Format format = Format.valueOf("BUNDLE_" + version.replace('.', '_'));
    verifies(
        format,
        Asked.bundle(keyless().version(version).statement(Asked.signing())),
        Asked.signed());
    verifies(
        format,
        Asked.bundle(keyless().version(version).kind("intoto/0.0.2").statement(Asked.signing())),
        Asked.signed());
    verifies(format, Asked.bundle(keyless().version(version).message(CONTENT)), Asked.blob());
  }

  @Test
  void bundlesOfRekor2() {
    verifies(
        Format.BUNDLE_0_3,
        Asked.bundle(keyless().second().statement(Asked.signing())),
        Asked.signed());
    verifies(Format.BUNDLE_0_3, Asked.bundle(keyless().second().message(CONTENT)), Asked.blob());
  }

  @Test
  void bundlesByKey() {
    for (KeyPair keys :
        List.of(Keys.p256(), Keys.p384(), Keys.p521(), Keys.rsa(2048), Keys.ed25519())) {
      byKey(keys, Asked.bundle(SignaturePlan.keyed(WORLD, keys).statement(Asked.signing())));
      blobByKey(keys, Asked.bundle(SignaturePlan.keyed(WORLD, keys).message(CONTENT)));
    }
  }

  @Test
  void olderBundlesSignSha256WithAnyCurve() {
    for (KeyPair keys : List.of(Keys.p384(), Keys.p521())) {
      SignaturePlan plan = SignaturePlan.keyed(WORLD, keys).algorithm("SHA256withECDSA");
      byKey(keys, Asked.bundle(plan.statement(Asked.signing())));
      blobByKey(keys, Asked.bundle(plan.message(CONTENT)));
    }
  }

  @Test
  void cosignByKey() {
    for (KeyPair keys :
        List.of(Keys.p256(), Keys.p384(), Keys.p521(), Keys.rsa(2048), Keys.ed25519())) {
      byKey(keys, SignaturePlan.keyed(WORLD, keys).cosign(Asked.payload()));
      byKey(keys, SignaturePlan.keyed(WORLD, keys).cosignAttestation(Asked.signing()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dsse/0.0.1", "intoto/0.0.1", "intoto/0.0.2"})
  void cosignAttestations(String kind) {
    verifies(
        Format.COSIGN_ATTESTATION,
        keyless().kind(kind).cosignAttestation(Asked.provenance()),
        Asked.attested());
  }

  @Test
  void cosignSignatures() {
    verifies(Format.COSIGN_SIGNATURE, keyless().cosign(Asked.payload()), Asked.signed());
    verifies(
        Format.COSIGN_SIGNATURE,
        keyless().stampedAt(MintedWorld.SIGNED).cosign(Asked.payload()),
        Asked.signed());
  }

  /// A clock that is behind refuses nothing that was signed a moment ago.
  @Test
  void aMinuteOfTheFutureIsNow() {
    Verdict verdict =
        VERIFIER.verify(
            Asked.bundle(keyless().at(MintedWorld.SIGNED).statement(Asked.signing())),
            DIGEST,
            Asked.signed(),
            MintedWorld.SIGNED.minusSeconds(60));
    assertInstanceOf(Verdict.Verified.class, verdict, verdict::toString);
  }

  /// Unless it is said otherwise: a log is where a misused identity would show.
  @Test
  void aKeylessSignatureMustStandInALog() {
    Verdict verdict =
        VERIFIER.verify(
            Asked.bundle(
                keyless().unlogged().stampedAt(MintedWorld.SIGNED).statement(Asked.signing())),
            DIGEST,
            Demand.of(Asked.MINTED, new Statement.Signed()),
            NOW);
    assertEquals(
        Reason.NO_LOG_ENTRY, verdict instanceof Verdict.Rejected(var reason, _) ? reason : verdict);
  }

  @Test
  void aTimestampAloneProvesTheTime() {
    Demand unlogged =
        Demand.of(Asked.MINTED, new Statement.Signed()).withLog(Demand.Log.IF_PRESENT);
    verifies(
        Format.BUNDLE_0_3,
        Asked.bundle(keyless().unlogged().stampedAt(MintedWorld.SIGNED).statement(Asked.signing())),
        unlogged);
    verifies(
        Format.COSIGN_SIGNATURE,
        keyless().unlogged().stampedAt(MintedWorld.SIGNED).cosign(Asked.payload()),
        unlogged);
    Demand attested =
        Demand.of(Asked.MINTED, new Statement.Attested(Asked.PROVENANCE, List.of()))
            .withLog(Demand.Log.IF_PRESENT);
    verifies(
        Format.COSIGN_ATTESTATION,
        keyless().unlogged().stampedAt(MintedWorld.SIGNED).cosignAttestation(Asked.provenance()),
        attested);
  }

  @Test
  void theEarliestTimeIsTold() {
    verifies(
        Format.BUNDLE_0_3,
        Asked.bundle(
            keyless()
                .stampedAt(MintedWorld.SIGNED.plusSeconds(5), MintedWorld.SIGNED.plusSeconds(9))
                .statement(Asked.signing())),
        Asked.signed());
  }

  private static void byKey(KeyPair keys, Material material) {
    Verdict verdict = VERIFIER.verify(material, DIGEST, Asked.signedWith(keys.getPublic()), NOW);
    assertEquals(holder(keys), signer(verdict), verdict::toString);
  }

  private static void blobByKey(KeyPair keys, Material material) {
    Demand demand = Asked.by(new Signers.Key(keys.getPublic()), new Statement.Blob());
    Verdict verdict = VERIFIER.verifyBlob(material, DIGESTS, demand, NOW);
    assertEquals(holder(keys), signer(verdict), verdict::toString);
  }

  private static Optional<Signer> holder(KeyPair keys) {
    return Optional.of(new Signer.KeyHolder(Digest.sha256(keys.getPublic().getEncoded())));
  }

  private static Optional<Signer> signer(Verdict verdict) {
    return switch (verdict) {
      case Verified verified -> Optional.of(verified.signer());
      case Verdict.Rejected _ -> Optional.empty();
    };
  }
}
