package io.policyc.signatures.sigstore;

import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedWorld;
import io.policyc.signatures.mint.SignaturePlan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/// Certificates and the authorities behind them.
final class AlteredCertificatesTest extends AlteredTable {
  @Override
  void rows() {
    leaves();
    authorities();
  }

  private void leaves() {
    certificate(
        "another authority",
        OTHER
            .authority()
            .leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promisedBy(WORLD.certificateLog()),
        Reason.UNTRUSTED_CERTIFICATE);
    certificate(
        "no promise",
        WORLD.authority().leaf().uri(MintedWorld.SUBJECT).issuer(MintedWorld.ISSUER),
        Reason.NO_CERTIFICATE_TIMESTAMP);
    certificate(
        "a promise of another log",
        WORLD
            .authority()
            .leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promisedBy(OTHER.certificateLog()),
        Reason.BAD_CERTIFICATE_TIMESTAMP);
    certificate(
        "a promise of garbage",
        WORLD
            .authority()
            .leaf()
            .uri(MintedWorld.SUBJECT)
            .issuer(MintedWorld.ISSUER)
            .promiseList(new byte[] {0, 1, 2}),
        Reason.BAD_CERTIFICATE_TIMESTAMP);
    certificate("no purpose", WORLD.leafPlan().purposes(), Reason.NOT_FOR_CODE_SIGNING);
    certificate(
        "a server's purpose",
        WORLD.leafPlan().purposes(KeyPurposeId.id_kp_serverAuth),
        Reason.NOT_FOR_CODE_SIGNING);
  }

  private void authorities() {
    TrustRoot none =
        new TrustRoot(List.of(), ROOT.certificateLogs(), ROOT.logs(), ROOT.timestampAuthorities());
    add(
        "no authorities",
        () -> Asked.bundle(keyless().statement(signing())),
        Asked.signed(),
        none,
        Reason.UNTRUSTED_CERTIFICATE);
    TrustRoot.Period over =
        new TrustRoot.Period(
            Instant.parse("2020-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2023-01-01T00:00:00Z")));
    TrustRoot retired =
        new TrustRoot(
            List.of(WORLD.authority().authority(over)),
            ROOT.certificateLogs(),
            ROOT.logs(),
            ROOT.timestampAuthorities());
    add(
        "a retired authority",
        () -> Asked.bundle(keyless().statement(signing())),
        Asked.signed(),
        retired,
        Reason.CERTIFICATE_NOT_VALID);
  }

  private void certificate(String name, LeafPlan leaf, Reason reason) {
    image(name, reason, () -> SignaturePlan.keyless(WORLD, leaf.mint()), _ -> {});
  }
}
