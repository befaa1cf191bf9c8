package io.policyc.signatures.sigstore.certificate;

import io.policyc.signatures.sigstore.keys.Certificates;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// The certificate of a signer, read but not yet believed.
///
/// @param certificate as the Java platform has it
/// @param names the subject's alternative names: addresses, URIs, host names, IP addresses and user
///   names as Fulcio writes them, as the certificate orders them; names of other kinds are left out
/// @param issuer who vouched for the names to Fulcio
public record LeafCertificate(
    X509Certificate certificate, List<String> names, Optional<String> issuer) {
  public LeafCertificate {
    names = List.copyOf(names);
  }

  /// Reads a certificate.
  ///
  /// @param der one certificate and nothing after it
  /// @return empty when it is none, when its alternative names cannot be read, or when it has an
  ///   issuer that cannot
  public static Optional<LeafCertificate> read(byte[] der) {
    return Certificates.read(der).flatMap(LeafCertificate::of);
  }

  /// Reads what a certificate says.
  public static Optional<LeafCertificate> of(X509Certificate certificate) {
    Optional<List<String>> names = AlternativeNames.of(certificate);
    Optional<String> issuer = issuer(certificate);
    if (names.isEmpty() || (issuer.isEmpty() && claimsIssuer(certificate))) {
      return Optional.empty();
    }
    return Optional.of(new LeafCertificate(certificate, names.get(), issuer));
  }

  /// Its key.
  public PublicKey key() {
    return certificate.getPublicKey();
  }

  /// The text of an extension that Fulcio adds.
  ///
  /// @param oid such as `1.3.6.1.4.1.57264.1.12`
  /// @return empty when there is none, it is none of Fulcio's, or no text
  public Optional<String> extension(String oid) {
    return ExtensionText.of(certificate, oid);
  }

  private static Optional<String> issuer(X509Certificate certificate) {
    // the newer form goes first; where it is there, the older one does not count
    String oid =
        certificate.getExtensionValue(Oids.ISSUER_V2) != null ? Oids.ISSUER_V2 : Oids.ISSUER;
    return ExtensionText.of(certificate, oid);
  }

  private static boolean claimsIssuer(X509Certificate certificate) {
    return certificate.getExtensionValue(Oids.ISSUER_V2) != null
        || certificate.getExtensionValue(Oids.ISSUER) != null;
  }
}
