package io.policyc.signatures.sigstore;

import static io.policyc.signatures.sigstore.Asked.CONTENT;
import static io.policyc.signatures.sigstore.Asked.DIGEST;
import static io.policyc.signatures.sigstore.Asked.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Digest;
import org.junit.jupiter.api.Test;

/// A payload in cosign's first layout that is itself the blob asked about.
class SignedPayloadTest {
  @Test
  void isTheBlobWithItsDigest() {
    Verdict verdict = verify(DIGEST);
    assertEquals(DIGEST, assertInstanceOf(Verdict.Verified.class, verdict).digest());
  }

  @Test
  void isNoOtherBlob() {
    Verdict verdict = verify(Digest.sha256("other".getBytes(UTF_8)));
    assertEquals(Reason.WRONG_DIGEST, assertInstanceOf(Verdict.Rejected.class, verdict).reason());
  }

  private static Verdict verify(Digest digest) {
    return new Verifier(AlteredTable.ROOT)
        .verify(
            AlteredTable.keyless().cosign(new String(CONTENT, UTF_8)), digest, Asked.blob(), NOW);
  }
}
