package io.policyc.signatures.sigstore.timestamp;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// An authority's answer, read (RFC 3161, 2.4.2).
sealed interface TimestampResponse {
  /// A real one has some 5 KiB.
  int MAX_BYTES = 64 * 1024;

  /// It holds a timestamp with one signature.
  record Granted(TimeStampToken token) implements TimestampResponse {}

  /// The authority said no.
  record Declined(int status) implements TimestampResponse {}

  /// It is none, or is longer than 64 KiB.
  record Unreadable() implements TimestampResponse {}

  /// Reads an answer and nothing after it.
  static TimestampResponse read(byte[] der) {
    if (der.length > MAX_BYTES) {
      return new Unreadable();
    }
    try {
      TimeStampResp parsed = TimeStampResp.getInstance(ASN1Primitive.fromByteArray(der));
      TimeStampResponse response = new TimeStampResponse(parsed);
      int status = response.getStatus();
      if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
        return new Declined(status);
      }
      TimeStampToken token = response.getTimeStampToken();
      return token == null ? new Unreadable() : new Granted(token);
    } catch (IOException | TSPException | RuntimeException e) {
      return new Unreadable();
    }
  }
}
