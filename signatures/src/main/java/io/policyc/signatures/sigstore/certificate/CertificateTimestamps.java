package io.policyc.signatures.sigstore.certificate;

import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.Verdict;
import io.policyc.signatures.sigstore.keys.Hash;
import io.policyc.signatures.sigstore.keys.Signatures;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/// Whether a log that the trust root names has promised to record a certificate.
///
/// Source: RFC 6962, 3.2 and 3.3. One promise that holds is enough, whatever the others are.
public final class CertificateTimestamps {
  private static final int MAX_TRIES = 32;

  private CertificateTimestamps() {}

  /// Whether a certificate holds promises, whatever they are worth.
  public static boolean areIn(LeafCertificate leaf) {
    return leaf.certificate().getExtensionValue(Oids.CERTIFICATE_TIMESTAMPS) != null;
  }

  /// Checks the promises that stand in a certificate.
  ///
  /// @param issuer whose key signed the certificate
  /// @return empty when one of them holds
  public static Optional<Verdict.Rejected> check(
      LeafCertificate leaf, X509Certificate issuer, TrustRoot root) {
    X509Certificate certificate = leaf.certificate();
    if (!areIn(leaf)) {
      return reject(
          Reason.NO_CERTIFICATE_TIMESTAMP,
          "no log has promised to record the certificate: it holds no certificate timestamp");
    }
    Optional<List<CertificateTimestamp>> list =
        ExtensionText.value(certificate, Oids.CERTIFICATE_TIMESTAMPS)
            .flatMap(Der::read)
            .filter(value -> value.tag() == Der.OCTET_STRING)
            .flatMap(value -> CertificateTimestamp.list(value.content()));
    Optional<byte[]> toBeSigned = Precertificate.of(certificate);
    if (list.isEmpty() || toBeSigned.isEmpty()) {
      return reject(
          Reason.BAD_CERTIFICATE_TIMESTAMP, "the list of certificate timestamps cannot be read");
    }
    return check(list.get(), keyHash(issuer), toBeSigned.get(), root);
  }

  private static Optional<Verdict.Rejected> check(
      List<CertificateTimestamp> list, byte[] issuerKeyHash, byte[] toBeSigned, TrustRoot root) {
    int tries = 0;
    String trouble = "none of the certificate timestamps is of a log that the trust root names";
    for (CertificateTimestamp one : list) {
      for (TrustRoot.Log log : root.certificateLogs()) {
        if (log.id().equals(one.logId()) && tries++ < MAX_TRIES) {
          if (!one.time().map(log.period()::contains).orElse(false)) {
            trouble = "the trust root does not trust the certificate's log at the time it names";
          } else if (verifies(log, one, one.signed(issuerKeyHash, toBeSigned))) {
            return Optional.empty();
          } else {
            trouble = "the certificate timestamp's signature does not verify";
          }
        }
      }
    }
    return reject(Reason.BAD_CERTIFICATE_TIMESTAMP, trouble);
  }

  private static boolean verifies(TrustRoot.Log log, CertificateTimestamp one, byte[] message) {
    Optional<Hash> hash =
        switch (one.hash()) {
          case 4 -> Optional.of(Hash.SHA256);
          case 5 -> Optional.of(Hash.SHA384);
          case 6 -> Optional.of(Hash.SHA512);
          default -> Optional.empty();
        };
    return hash.isPresent()
        && one.scheme() == scheme(log.key())
        && Signatures.verifies(log.key(), hash.get(), message, one.signature().view());
  }

  /// As TLS numbers the schemes; 0 stands for none.
  private static int scheme(PublicKey key) {
    return switch (key) {
      case RSAPublicKey _ -> 1;
      case ECPublicKey _ -> 3;
      default -> 0;
    };
  }

  private static byte[] keyHash(X509Certificate issuer) {
    return Digest.sha256(issuer.getPublicKey().getEncoded()).bytes();
  }

  private static Optional<Verdict.Rejected> reject(Reason reason, String detail) {
    return Optional.of(new Verdict.Rejected(reason, detail));
  }
}
