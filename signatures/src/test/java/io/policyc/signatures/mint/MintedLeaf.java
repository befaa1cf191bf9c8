package io.policyc.signatures.mint;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;

/// A signer's certificate and its keys.
public record MintedLeaf(X509Certificate certificate, KeyPair keys) {
  /// The certificate in DER.
  public byte[] der() {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The certificate in PEM.
  public String pem() {
    return Keys.pem("CERTIFICATE", der());
  }

  /// Signs with the hash that goes with the key.
  public byte[] sign(byte[] message) {
    return Keys.sign(Keys.algorithm(keys.getPrivate()), keys.getPrivate(), message);
  }
}
