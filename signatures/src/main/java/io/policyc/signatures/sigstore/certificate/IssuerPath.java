package io.policyc.signatures.sigstore.certificate;

import io.policyc.signatures.sigstore.keys.KeyStrength;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the way from a certificate to the anchor of an authority, by names and signatures.
///
/// Several certificates may have the same subject; each is tried. How many signatures are tried is
/// bounded, since strangers send certificates, too.
public final class IssuerPath {
  private static final int MAX_LENGTH = 8;

  /// SHA-2 with ECDSA or RSA by PKCS #1, and Ed25519: the Java platform would take SHA-1 as well.
  private static final Set<String> STRONG =
      Set.of(
          "1.2.840.10045.4.3.2",
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.2.840.113549.1.1.11",
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          "1.3.101.112");

  private final List<X509Certificate> issuers;
  private final X509Certificate anchor;
  private final List<List<X509Certificate>> found = new ArrayList<>();
  private final Tries tries;

  private IssuerPath(List<X509Certificate> issuers, X509Certificate anchor, Tries tries) {
    this.issuers = issuers;
    this.anchor = anchor;
    this.tries = tries;
  }

  /// The ways from a certificate to an anchor.
  ///
  /// @param issuers that may stand between them
  /// @param tries shared by all that one verification looks for
  /// @return from the certificate to the anchor, both included; the anchor's own signature is not
  ///   looked at
  public static List<List<X509Certificate>> all(
      X509Certificate certificate,
      List<X509Certificate> issuers,
      X509Certificate anchor,
      Tries tries) {
    IssuerPath search = new IssuerPath(issuers, anchor, tries);
    search.extend(List.of(certificate));
    return search.found;
  }

  /// How a certificate is signed, when that is nothing that is taken: SHA-1, or RSA-PSS.
  public static Optional<String> unsupported(X509Certificate certificate) {
    return STRONG.contains(certificate.getSigAlgOID())
        ? Optional.empty()
        : Optional.of(certificate.getSigAlgName());
  }

  /// Of certificates sent along, those that are quickly checked.
  public static List<X509Certificate> quick(List<X509Certificate> sent) {
    return sent.stream().filter(one -> KeyStrength.isQuick(one.getPublicKey())).toList();
  }

  private void extend(List<X509Certificate> path) {
    X509Certificate last = path.getLast();
    if (unsupported(last).isPresent()) {
      return;
    }
    if (issued(anchor, last)) {
      found.add(and(path, anchor));
    }
    for (X509Certificate issuer : issuers) {
      if (path.size() < MAX_LENGTH - 1
          && !issuer.equals(anchor)
          && !path.contains(issuer)
          && issued(issuer, last)) {
        extend(and(path, issuer));
      }
    }
  }

  private boolean issued(X509Certificate issuer, X509Certificate subject) {
    if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())
        || KeyStrength.trouble(issuer.getPublicKey()).isPresent()
        || !tries.take()) {
      return false;
    }
    try {
      subject.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  private static List<X509Certificate> and(List<X509Certificate> path, X509Certificate next) {
    List<X509Certificate> longer = new ArrayList<>(path);
    longer.add(next);
    return List.copyOf(longer);
  }
}
