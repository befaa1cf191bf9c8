package io.policyc.signatures.sigstore.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import java.io.ByteArrayOutputStream;

/// A DSSE envelope with its one signature.
///
/// @param payloadType what the payload is, such as `application/vnd.in-toto+json`
/// @param payload what is signed
/// @param signature over [#signedBytes()]
/// @see <a href="https://github.com/secure-systems-lab/dsse/blob/v1.0.2/envelope.md">DSSE 1.0.2</a>
public record Envelope(String payloadType, Bytes payload, Bytes signature) {
  /// The type of payloads that hold in-toto statements.
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /// What the signature is over: DSSE's pre-authentication encoding. Its lengths count bytes, not
  /// characters.
  public byte[] signedBytes() {
    byte[] type = payloadType.getBytes(UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(payload.length() + type.length + 40);
    out.writeBytes(("DSSEv1 " + type.length + " ").getBytes(UTF_8));
    out.writeBytes(type);
    out.writeBytes((" " + payload.length() + " ").getBytes(UTF_8));
    out.writeBytes(payload.view());
    return out.toByteArray();
  }
}
