package io.policyc.signatures.sigstore.read;

import io.policyc.signatures.Bytes;
import java.util.Base64;
import java.util.Optional;

/// Base64 as Sigstore's tools write it.
public final class Base64Text {
  private Base64Text() {}

  /// Decodes standard base64 (RFC 4648, section 4). Line breaks are passed over, as Go does; any
  /// other character that does not belong makes it empty.
  public static Optional<Bytes> decode(String text) {
    try {
      return Optional.of(Bytes.wrap(Base64.getDecoder().decode(withoutLineBreaks(text))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Encodes to standard base64 with padding.
  public static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String withoutLineBreaks(String text) {
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace("\n", "").replace("\r", "");
  }
}
