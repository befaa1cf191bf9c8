package io.policyc.signatures.sigstore.timestamp;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureNameFinder;

/// Verifies by the Java platform, once. Bouncy Castle's own does everything a second time, since
/// some hardware tokens want it; with P-384 that is the most expensive step of all.
///
/// @param holder the certificate whose key it is, whose validity the token is held against
record OnceVerifier(PublicKey key, X509CertificateHolder holder)
    implements ContentVerifierProvider {
  static OnceVerifier of(X509Certificate certificate) throws GeneralSecurityException {
    return new OnceVerifier(certificate.getPublicKey(), new JcaX509CertificateHolder(certificate));
  }

  @Override
  public boolean hasAssociatedCertificate() {
    return true;
  }

  @Override
  public X509CertificateHolder getAssociatedCertificate() {
    return holder;
  }

  @Override
  public ContentVerifier get(AlgorithmIdentifier algorithm) {
    return new Once(key, algorithm, new ByteArrayOutputStream());
  }

  private record Once(PublicKey key, AlgorithmIdentifier algorithm, ByteArrayOutputStream content)
      implements ContentVerifier {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
      return content;
    }

    @Override
    public boolean verify(byte[] expected) {
      try {
        String name = new DefaultSignatureNameFinder().getAlgorithmName(algorithm);
        Signature signature = Signature.getInstance(name);
        signature.initVerify(key);
        signature.update(content.toByteArray());
        return signature.verify(expected);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }
}
