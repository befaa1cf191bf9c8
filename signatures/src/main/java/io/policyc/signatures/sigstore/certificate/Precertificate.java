package io.policyc.signatures.sigstore.certificate;

import java.io.ByteArrayOutputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/// What a certificate was before the logs' promises were put into it.
final class Precertificate {
  private static final int EXTENSIONS = 0xa3;

  /// `1.3.6.1.4.1.11129.2.4.2` as a value in DER.
  private static final List<Integer> LIST =
      List.of(0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02);

  private Precertificate() {}

  /// The certificate's TBSCertificate without the list of timestamps, all else byte for byte as it
  /// is.
  static Optional<byte[]> of(X509Certificate certificate) {
    byte[] bytes;
    try {
      bytes = certificate.getTBSCertificate();
    } catch (CertificateEncodingException e) {
      return Optional.empty();
    }
    return Der.read(bytes).flatMap(Der::children).flatMap(Precertificate::without);
  }

  private static Optional<byte[]> without(List<Der> fields) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Der field : fields) {
      if (field.tag() == EXTENSIONS) {
        Optional<byte[]> shorter = shorter(field);
        if (shorter.isEmpty()) {
          return Optional.empty();
        }
        out.writeBytes(shorter.get());
      } else {
        out.writeBytes(field.bytes());
      }
    }
    return Optional.of(Der.write(Der.SEQUENCE, out.toByteArray()));
  }

  private static Optional<byte[]> shorter(Der field) {
    return field
        .children()
        .filter(inner -> inner.size() == 1)
        .flatMap(inner -> inner.getFirst().children())
        .map(
            extensions -> {
              ByteArrayOutputStream out = new ByteArrayOutputStream();
              for (Der extension : extensions) {
                if (!isList(extension)) {
                  out.writeBytes(extension.bytes());
                }
              }
              return Der.write(EXTENSIONS, Der.write(Der.SEQUENCE, out.toByteArray()));
            });
  }

  private static boolean isList(Der extension) {
    byte[] content = extension.content();
    if (content.length < LIST.size()) {
      return false;
    }
    for (int i = 0; i < LIST.size(); i++) {
      if ((content[i] & 0xff) != LIST.get(i)) {
        return false;
      }
    }
    return true;
  }
}
