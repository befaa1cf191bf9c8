package io.policyc.signatures.sigstore.keys;

import io.policyc.signatures.Digest;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The elliptic curves of ECDSA keys that are taken.
public enum Curve {
  P256("secp256r1", Digest.Algorithm.SHA256),
  P384("secp384r1", Digest.Algorithm.SHA384),
  P521("secp521r1", Digest.Algorithm.SHA512);

  private static final Map<Curve, ECParameterSpec> SPECS = specs();

  private final String javaName;
  private final Digest.Algorithm hash;

  Curve(String javaName, Digest.Algorithm hash) {
    this.javaName = javaName;
    this.hash = hash;
  }

  /// The hash that Sigstore's registry of algorithms pairs with the curve.
  public Digest.Algorithm hash() {
    return hash;
  }

  /// The curve of a key; empty for any other.
  public static Optional<Curve> of(ECPublicKey key) {
    ECParameterSpec given = key.getParams();
    for (Map.Entry<Curve, ECParameterSpec> one : SPECS.entrySet()) {
      if (same(one.getValue(), given)) {
        return Optional.of(one.getKey());
      }
    }
    return Optional.empty();
  }

  private static boolean same(ECParameterSpec one, ECParameterSpec other) {
    return one.getCurve().equals(other.getCurve())
        && one.getGenerator().equals(other.getGenerator())
        && one.getOrder().equals(other.getOrder())
        && one.getCofactor() == other.getCofactor();
  }

  private static Map<Curve, ECParameterSpec> specs() {
    Map<Curve, ECParameterSpec> specs = new EnumMap<>(Curve.class);
    for (Curve one : values()) {
      specs.put(one, spec(one.javaName));
    }
    return specs;
  }

  private static ECParameterSpec spec(String name) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec(name));
      return parameters.getParameterSpec(ECParameterSpec.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + name, e);
    }
  }
}
