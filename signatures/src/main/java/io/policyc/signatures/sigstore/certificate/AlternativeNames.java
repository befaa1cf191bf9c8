package io.policyc.signatures.sigstore.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The alternative names of a certificate's subject, read from its bytes (RFC 5280, 4.2.1.6).
final class AlternativeNames {
  private static final int OTHER_NAME = 0xa0;
  private static final int ADDRESS = 0x81;
  private static final int HOST = 0x82;
  private static final int URI = 0x86;
  private static final int IP = 0x87;
  private static final int EXPLICIT_0 = 0xa0;
  private static final int OID = 0x06;

  /// `1.3.6.1.4.1.57264.1.7` as its bytes (fulcio v1.8.5, docs/oid-info.md).
  private static final byte[] USER_NAME = HexFormat.of().parseHex("2b0601040183bf300107");

  private AlternativeNames() {}

  /// The names that can be asked for.
  ///
  /// @return empty when one of them cannot be read: what is asked about a certificate must not
  ///   depend on how much of it is understood
  static Optional<List<String>> of(X509Certificate certificate) {
    if (certificate.getExtensionValue(Oids.SUBJECT_ALTERNATIVE_NAME) == null) {
      return Optional.of(List.of());
    }
    Optional<List<Der>> entries =
        ExtensionText.value(certificate, Oids.SUBJECT_ALTERNATIVE_NAME)
            .flatMap(Der::read)
            .filter(value -> value.tag() == Der.SEQUENCE)
            .flatMap(Der::children);
    return entries.flatMap(AlternativeNames::names);
  }

  private static Optional<List<String>> names(List<Der> entries) {
    List<String> names = new ArrayList<>();
    for (Der entry : entries) {
      if (asked(entry)) {
        Optional<String> name = name(entry);
        if (name.isEmpty()) {
          return Optional.empty();
        }
        names.add(name.get());
      }
    }
    return Optional.of(names);
  }

  private static boolean asked(Der entry) {
    return switch (entry.tag()) {
      case ADDRESS, HOST, URI, IP -> true;
      case OTHER_NAME -> isUserName(entry);
      default -> false;
    };
  }

  private static Optional<String> name(Der entry) {
    return switch (entry.tag()) {
      case IP -> IpText.of(entry.content());
      case OTHER_NAME -> userName(entry);
      default -> ascii(entry.content());
    };
  }

  private static Optional<String> ascii(byte[] content) {
    for (byte one : content) {
      if (one < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(new String(content, US_ASCII));
  }

  /// `OtherName ::= SEQUENCE { type-id OBJECT IDENTIFIER, value [0] EXPLICIT ANY }`, tagged by 0.
  private static boolean isUserName(Der entry) {
    return entry
        .children()
        .filter(parts -> !parts.isEmpty() && parts.getFirst().tag() == OID)
        .map(parts -> Arrays.equals(parts.getFirst().content(), USER_NAME))
        .orElse(false);
  }

  private static Optional<String> userName(Der entry) {
    return entry
        .children()
        .filter(parts -> parts.size() == 2 && parts.get(1).tag() == EXPLICIT_0)
        .flatMap(parts -> ExtensionText.utf8String(parts.get(1).content()));
  }
}
