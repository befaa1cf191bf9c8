package io.policyc.signatures.sigstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedCertificateLog;
import io.policyc.signatures.mint.MintedLeaf;
import io.policyc.signatures.mint.MintedTimestampAuthority;
import io.policyc.signatures.mint.MintedTrustRoot;
import io.policyc.signatures.sigstore.certificate.CertificateCheck;
import io.policyc.signatures.sigstore.certificate.CertificateTimestamps;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.keys.Hash;
import io.policyc.signatures.sigstore.keys.Signatures;
import io.policyc.signatures.sigstore.timestamp.TimestampCheck;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The mint makes what the verifier takes, from end to end; everything else is one change away.
class MintTest {
  private static final byte[] MESSAGE = "message".getBytes(UTF_8);

  private final MintedAuthority authority = MintedAuthority.create();
  private final MintedCertificateLog log = MintedCertificateLog.create();
  private final MintedTimestampAuthority clock = MintedTimestampAuthority.create();
  private final MintedTrustRoot minted =
      new MintedTrustRoot()
          .authority(authority.authority())
          .certificateLog(log.log())
          .timestampAuthority(clock.authority());

  @Test
  void aMintedTrustRootIsReadAsItWas() {
    assertEquals(
        new TrustRootReader.Result.Read(minted.root()), TrustRootReader.read(minted.json()));
  }

  @Test
  void aMintedLeafIsTrusted() {
    MintedLeaf leaf =
        authority.leaf().email("a@b.example").issuer("https://i.example").promisedBy(log).mint();
    LeafCertificate read = LeafCertificate.read(leaf.der()).orElseThrow();
    assertEquals(List.of("a@b.example"), read.names());
    assertEquals(Optional.of("https://i.example"), read.issuer());
    CertificateCheck.Result.Trusted trusted =
        assertInstanceOf(
            CertificateCheck.Result.Trusted.class,
            CertificateCheck.at(read, List.of(), minted.root(), List.of(LeafPlan.BORN)));
    assertEquals(
        Optional.empty(), CertificateTimestamps.check(read, trusted.issuer(), minted.root()));
    assertTrue(Signatures.verifies(read.key(), Hash.OF_KEY, MESSAGE, leaf.sign(MESSAGE)));
  }

  @Test
  void aMintedTimestampIsProof() {
    assertEquals(
        new TimestampCheck.Result.Proven(LeafPlan.BORN, clock.authority()),
        TimestampCheck.check(clock.stamp(MESSAGE, LeafPlan.BORN), MESSAGE, minted.root()));
  }
}
