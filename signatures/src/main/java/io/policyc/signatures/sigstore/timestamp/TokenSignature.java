package io.policyc.signatures.sigstore.timestamp;

import io.policyc.signatures.sigstore.keys.Certificates;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/// The signature of a timestamp (RFC 5652, 5.6; RFC 3161, 2.4.2; RFC 5816).
final class TokenSignature {
  private static final int MAX_CERTIFICATES = 16;
  private static final Set<String> SHA2 =
      Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

  /// ECDSA and RSA by PKCS #1, with a hash of SHA-2 or with the one named beside them; Ed25519.
  private static final Set<String> SIGNATURES =
      Set.of(
          "1.2.840.10045.2.1",
          "1.2.840.10045.4.3.2",
          "1.2.840.10045.4.3.3",
          "1.2.840.10045.4.3.4",
          "1.2.840.113549.1.1.1",
          "1.2.840.113549.1.1.11",
          "1.2.840.113549.1.1.12",
          "1.2.840.113549.1.1.13",
          "1.3.101.112");

  private TokenSignature() {}

  /// The certificates sent along: the first 16, those that can be read.
  static List<X509Certificate> certificates(TimeStampToken token) {
    return token.getCertificates().getMatches(null).stream()
        .limit(MAX_CERTIFICATES)
        .flatMap(holder -> read(holder).stream())
        .toList();
  }

  private static Optional<X509Certificate> read(X509CertificateHolder holder) {
    try {
      return Certificates.read(holder.getEncoded());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Whether the timestamp says that this certificate is its signer's.
  static boolean names(TimeStampToken token, X509Certificate certificate) {
    try {
      return token.getSID().match(new JcaX509CertificateHolder(certificate));
    } catch (CertificateEncodingException | RuntimeException e) {
      return false;
    }
  }

  /// Whether the signature is the certificate's: it verifies, with SHA-2, the signed attributes
  /// name the certificate by its hash, the certificate is valid then, and is for signing timestamps
  /// and nothing else.
  static boolean verifies(TimeStampToken token, X509Certificate certificate) {
    SignerInformation signer =
        token.toCMSSignedData().getSignerInfos().getSigners().iterator().next();
    if (!SHA2.contains(signer.getDigestAlgOID())
        || !SIGNATURES.contains(signer.getEncryptionAlgOID())) {
      return false;
    }
    try {
      token.validate(
          new SignerInformationVerifier(
              new DefaultCMSSignatureAlgorithmNameGenerator(),
              new DefaultSignatureAlgorithmIdentifierFinder(),
              OnceVerifier.of(certificate),
              new JcaDigestCalculatorProviderBuilder().build()));
      return true;
    } catch (TSPException
        | OperatorCreationException
        | GeneralSecurityException
        | RuntimeException e) {
      return false;
    }
  }
}
