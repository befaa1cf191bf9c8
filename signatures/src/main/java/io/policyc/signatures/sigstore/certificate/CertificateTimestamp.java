package io.policyc.signatures.sigstore.certificate;

import io.policyc.signatures.Bytes;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A log's promise to have recorded a certificate (RFC 6962, 3.2).
///
/// @param logId SHA-256 of the log's key
/// @param millis since 1970, unsigned
/// @param extensions which are signed, too; logs of the newer kind ("static") put the entry's
///   position there
/// @param hash and
/// @param scheme as TLS numbers them (RFC 5246, 7.4.1.4.1)
record CertificateTimestamp(
    Bytes logId, long millis, Bytes extensions, int hash, int scheme, Bytes signature) {
  private static final int ID_BYTES = 32;

  /// When it was promised; empty for a time that no clock shows.
  Optional<Instant> time() {
    return millis < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /// Reads a list of them. Those of another version than 1 are passed over.
  ///
  /// @return empty when it is not whole
  static Optional<List<CertificateTimestamp>> list(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    List<CertificateTimestamp> list = new ArrayList<>();
    try {
      if ((in.getShort() & 0xffff) != in.remaining()) {
        return Optional.empty();
      }
      while (in.hasRemaining()) {
        one(ByteBuffer.wrap(vector(in))).ifPresent(list::add);
      }
      return Optional.of(list);
    } catch (BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  private static Optional<CertificateTimestamp> one(ByteBuffer in) {
    if (in.get() != 0) {
      return Optional.empty();
    }
    byte[] id = new byte[ID_BYTES];
    in.get(id);
    long millis = in.getLong();
    Bytes extensions = Bytes.wrap(vector(in));
    int hash = in.get() & 0xff;
    int scheme = in.get() & 0xff;
    Bytes signature = Bytes.wrap(vector(in));
    if (in.hasRemaining()) {
      throw new BufferUnderflowException();
    }
    return Optional.of(
        new CertificateTimestamp(Bytes.wrap(id), millis, extensions, hash, scheme, signature));
  }

  private static byte[] vector(ByteBuffer in) {
    int length = in.getShort() & 0xffff;
    if (length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] out = new byte[length];
    in.get(out);
    return out;
  }

  /// What the log has signed for a certificate (RFC 6962, 3.2, `precert_entry`).
  ///
  /// @param issuerKeyHash SHA-256 of the issuer's SubjectPublicKeyInfo
  /// @param toBeSigned the certificate's TBSCertificate without the list of timestamps
  byte[] signed(byte[] issuerKeyHash, byte[] toBeSigned) {
    return ByteBuffer.allocate(17 + issuerKeyHash.length + toBeSigned.length + extensions.length())
        .put((byte) 0)
        .put((byte) 0)
        .putLong(millis)
        .putShort((short) 1)
        .put(issuerKeyHash)
        .put((byte) (toBeSigned.length >> 16))
        .putShort((short) toBeSigned.length)
        .put(toBeSigned)
        .putShort((short) extensions.length())
        .put(extensions.view())
        .array();
  }
}
