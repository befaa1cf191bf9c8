package io.policyc.signatures.sigstore.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;

/// The texts of Fulcio's extensions. The first six are plain bytes, all later ones a UTF8String.
final class ExtensionText {
  private static final int UTF8_STRING = 0x0c;
  private static final Set<String> PLAIN = Set.of("1", "2", "3", "4", "5", "6");

  private ExtensionText() {}

  static Optional<String> of(X509Certificate certificate, String oid) {
    if (!oid.startsWith(Oids.FULCIO)) {
      return Optional.empty();
    }
    Optional<byte[]> value = value(certificate, oid);
    return PLAIN.contains(oid.substring(Oids.FULCIO.length()))
        ? value.flatMap(ExtensionText::utf8)
        : value.flatMap(ExtensionText::utf8String);
  }

  /// What is in an extension, without the OCTET STRING around it.
  static Optional<byte[]> value(X509Certificate certificate, String oid) {
    return Optional.ofNullable(certificate.getExtensionValue(oid))
        .flatMap(Der::read)
        .filter(value -> value.tag() == Der.OCTET_STRING)
        .map(Der::content);
  }

  static Optional<String> utf8String(byte[] der) {
    return Der.read(der)
        .filter(value -> value.tag() == UTF8_STRING)
        .flatMap(value -> utf8(value.content()));
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
