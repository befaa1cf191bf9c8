package io.policyc.signatures.sigstore.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.sigstore.read.Base64Text;
import java.util.HexFormat;

/// What Rekor 1 signs when it takes in an entry: the signed entry timestamp.
final class Promise {
  private Promise() {}

  /// The signed bytes: the canonical JSON (RFC 8785) of body, time, index and log.
  static byte[] signedBytes(LogEntry entry, long seconds) {
    // all values are digits, hexadecimal or base64: there is nothing to escape
    return ("{\"body\":\""
            + Base64Text.encode(entry.body().view())
            + "\",\"integratedTime\":"
            + seconds
            + ",\"logID\":\""
            + HexFormat.of().formatHex(entry.logId().view())
            + "\",\"logIndex\":"
            + entry.logIndex()
            + "}")
        .getBytes(UTF_8);
  }
}
