package io.policyc.signatures.sigstore.certificate;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a way from a certificate to its anchor holds at a time (RFC 5280, 6), and for a purpose.
public final class PathCheck {
  private static final String PURPOSES = "2.5.29.37";
  private static final String ANY_PURPOSE = "2.5.29.37.0";
  private static final String NAME_CONSTRAINTS = "2.5.29.30";
  private static final int KEY_CERT_SIGN = 5;

  private PathCheck() {}

  /// Whether a certificate's own validity covers an instant; both its ends count.
  public static boolean covers(X509Certificate certificate, Instant time) {
    return !time.isBefore(certificate.getNotBefore().toInstant())
        && !time.isAfter(certificate.getNotAfter().toInstant());
  }

  /// Why the way does not hold at the time; empty when it does.
  ///
  /// Validity, basic constraints and the length they allow, key usage, name constraints and
  /// critical extensions that nobody knows are the Java platform's to check. It believes whatever
  /// the anchor is: what the anchor's own certificate says is checked here.
  ///
  /// @param path from the certificate to the anchor, both included
  public static Optional<String> trouble(List<X509Certificate> path, Instant time) {
    X509Certificate anchor = path.getLast();
    if (!covers(anchor, time)) {
      return Optional.of("the authority's own certificate is not valid at " + time);
    }
    if (!mayIssue(anchor, path.size() - 2)) {
      return Optional.of("the authority's own certificate is not one that may issue others");
    }
    if (anchor.getExtensionValue(NAME_CONSTRAINTS) != null) {
      // the Java platform knows those of the certificates in between, but none of an anchor
      return Optional.of("the authority's own certificate has name constraints: not supported");
    }
    try {
      TrustAnchor trusted = new TrustAnchor(anchor, null);
      PKIXParameters parameters = new PKIXParameters(Set.of(trusted));
      parameters.setRevocationEnabled(false);
      parameters.setDate(Date.from(time));
      CertPathValidator.getInstance("PKIX")
          .validate(
              CertificateFactory.getInstance("X.509")
                  .generateCertPath(path.subList(0, path.size() - 1)),
              parameters);
      return Optional.empty();
    } catch (GeneralSecurityException | RuntimeException e) {
      return Optional.of("the chain of certificates does not hold at " + time);
    }
  }

  /// Whether the anchor is an authority with this many others below it.
  private static boolean mayIssue(X509Certificate anchor, int between) {
    boolean[] usage = anchor.getKeyUsage();
    return anchor.getBasicConstraints() >= between && (usage == null || usage[KEY_CERT_SIGN]);
  }

  /// Whether all issuers of a way may issue certificates for a purpose: one without extended key
  /// usage may for any.
  public static boolean issuersAllow(List<X509Certificate> path, String purpose) {
    for (X509Certificate issuer : path.subList(1, path.size())) {
      Optional<List<String>> purposes = purposes(issuer);
      if (purposes.isPresent()
          && !purposes.get().contains(purpose)
          && !purposes.get().contains(ANY_PURPOSE)) {
        return false;
      }
    }
    return true;
  }

  /// The purposes of a certificate; empty where it is silent about them, none where what it says
  /// cannot be read.
  public static Optional<List<String>> purposes(X509Certificate certificate) {
    try {
      List<String> purposes = certificate.getExtendedKeyUsage();
      boolean silent = certificate.getExtensionValue(PURPOSES) == null;
      return silent ? Optional.empty() : Optional.of(purposes == null ? List.of() : purposes);
    } catch (CertificateParsingException e) {
      return Optional.of(List.of());
    }
  }
}
