package io.policyc.signatures.sigstore.keys;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads X.509 certificates.
public final class Certificates {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int DER_SEQUENCE = 0x30;

  private Certificates() {}

  /// Reads one certificate in DER.
  ///
  /// @return empty for anything else, for what stands after it, for one of more than 64 KiB, and
  ///   for one in which an extension stands twice
  public static Optional<X509Certificate> read(byte[] der) {
    // the factory would take PEM and PKCS #7 as well
    if (der.length == 0 || der.length > MAX_BYTES || der[0] != DER_SEQUENCE) {
      return Optional.empty();
    }
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate read =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      return Arrays.equals(read.getEncoded(), der) && read.getVersion() == 3
          ? Optional.of(read)
          : Optional.empty();
    } catch (CertificateException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /// Reads certificates in PEM.
  ///
  /// @param most how many there may be
  /// @return empty when there are more, or one of them cannot be read; other kinds of blocks cannot
  public static Optional<List<X509Certificate>> readPem(byte[] text, int most) {
    Optional<List<Pem.Block>> blocks = Pem.read(text, most);
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    List<X509Certificate> certificates = new ArrayList<>();
    for (Pem.Block block : blocks.get()) {
      Optional<X509Certificate> one =
          block.label().equals("CERTIFICATE") ? read(block.content().view()) : Optional.empty();
      if (one.isEmpty()) {
        return Optional.empty();
      }
      certificates.add(one.get());
    }
    return Optional.of(certificates);
  }
}
