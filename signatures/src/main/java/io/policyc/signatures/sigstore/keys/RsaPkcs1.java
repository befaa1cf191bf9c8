package io.policyc.signatures.sigstore.keys;

import io.policyc.signatures.Digest;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/// RSASSA-PKCS1-v1_5 over a digest that is at hand, for which the Java platform has no name.
///
/// What must have been signed is built anew and compared as a whole; nothing that a signature holds
/// is parsed (RFC 8017, 8.2.2).
final class RsaPkcs1 {
  private RsaPkcs1() {}

  static boolean verifies(RSAPublicKey key, Digest digest, byte[] signature) {
    int length = (key.getModulus().bitLength() + 7) / 8;
    BigInteger signed = new BigInteger(1, signature);
    if (signature.length != length || signed.compareTo(key.getModulus()) >= 0) {
      return false;
    }
    byte[] opened =
        fixed(signed.modPow(key.getPublicExponent(), key.getModulus()).toByteArray(), length);
    return MessageDigest.isEqual(opened, encoded(digest, length));
  }

  private static byte[] fixed(byte[] number, int length) {
    int from = Math.max(0, number.length - length);
    byte[] out = new byte[length];
    System.arraycopy(number, from, out, length - (number.length - from), number.length - from);
    return out;
  }

  /// `00 01 ff … ff 00`, the algorithm, the digest.
  private static byte[] encoded(Digest digest, int length) {
    byte[] prefix = prefix(digest.algorithm());
    byte[] hash = digest.bytes();
    byte[] out = new byte[length];
    Arrays.fill(out, (byte) 0xff);
    out[0] = 0;
    out[1] = 1;
    int at = length - hash.length - prefix.length;
    out[at - 1] = 0;
    System.arraycopy(prefix, 0, out, at, prefix.length);
    System.arraycopy(hash, 0, out, length - hash.length, hash.length);
    return out;
  }

  /// What stands before the digest in DER (RFC 8017, 9.2, note 1).
  private static byte[] prefix(Digest.Algorithm algorithm) {
    return HexFormat.of()
        .parseHex(
            switch (algorithm) {
              case SHA256 -> "3031300d060960864801650304020105000420";
              case SHA384 -> "3041300d060960864801650304020205000430";
              case SHA512 -> "3051300d060960864801650304020305000440";
            });
  }
}
