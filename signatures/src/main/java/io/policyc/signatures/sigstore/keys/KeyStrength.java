package io.policyc.signatures.sigstore.keys;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Optional;

/// Which keys are strong enough to be believed, and small enough to be checked.
///
/// Allowed: ECDSA on P-256, P-384 and P-521; RSA of 2,048 to 16,384 bits with an odd exponent from
/// 3 to 2³² (greater ones make verifying slow, and nobody has them); Ed25519.
public final class KeyStrength {
  private static final int MIN_RSA_BITS = 2048;
  private static final int MAX_RSA_BITS = 16384;
  private static final int QUICK_RSA_BITS = 4096;
  private static final int MAX_EXPONENT_BITS = 32;

  private KeyStrength() {}

  /// What is wrong with a key, in words that follow "it "; empty when nothing is.
  public static Optional<String> trouble(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> rsa(rsa);
      case ECPublicKey ec -> ec(ec);
      case EdECPublicKey edwards when edwards.getParams().getName().equals("Ed25519") ->
          Optional.empty();
      default -> Optional.of("is a key of a kind that is not supported");
    };
  }

  /// Whether its signatures are quickly checked: RSA keys of more than 4,096 bits are for those
  /// whom the user names, not for certificates that strangers send along.
  public static boolean isQuick(PublicKey key) {
    return !(key instanceof RSAPublicKey rsa) || rsa.getModulus().bitLength() <= QUICK_RSA_BITS;
  }

  private static Optional<String> rsa(RSAPublicKey key) {
    int bits = key.getModulus().bitLength();
    BigInteger exponent = key.getPublicExponent();
    if (bits < MIN_RSA_BITS) {
      return Optional.of("is an RSA key of " + bits + " bits, which is weak: 2048 is the least");
    }
    if (bits > MAX_RSA_BITS) {
      return Optional.of("is an RSA key of " + bits + " bits: 16384 is the most");
    }
    boolean usual =
        exponent.testBit(0)
            && exponent.bitLength() > 1
            && exponent.bitLength() <= MAX_EXPONENT_BITS
            && key.getModulus().testBit(0);
    return usual ? Optional.empty() : Optional.of("is an RSA key of unusual form");
  }

  private static Optional<String> ec(ECPublicKey key) {
    if (Curve.of(key).isEmpty()) {
      return Optional.of("is an elliptic key on a curve other than P-256, P-384 and P-521");
    }
    return onCurve(key.getW(), key.getParams().getCurve())
        ? Optional.empty()
        : Optional.of("is an elliptic key whose point is not on its curve");
  }

  private static boolean onCurve(ECPoint point, EllipticCurve curve) {
    if (point.equals(ECPoint.POINT_INFINITY) || !(curve.getField() instanceof ECFieldFp field)) {
      return false;
    }
    BigInteger p = field.getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    if (x.signum() < 0 || x.compareTo(p) >= 0 || y.signum() < 0 || y.compareTo(p) >= 0) {
      return false;
    }
    BigInteger right = x.multiply(x).add(curve.getA()).multiply(x).add(curve.getB());
    return y.multiply(y).subtract(right).mod(p).signum() == 0;
  }
}
