package io.policyc.signatures.sigstore;

import java.security.PublicKey;
import java.util.List;

/// Whose signature is asked for. There is no way to ask for anybody's.
public sealed interface Signers {
  /// Whoever holds the private half of a key.
  ///
  /// @param key ECDSA on P-256, P-384 or P-521, RSA with 2,048 to 16,384 bits, or Ed25519; see
  ///   [io.policyc.signatures.sigstore.keys.PublicKeys]
  record Key(PublicKey key) implements Signers {}

  /// Whoever had one of these identities when signing, by a certificate of an authority that the
  /// trust root names.
  ///
  /// @param identities alternatives, at least one
  record Keyless(List<Identity> identities) implements Signers {
    /// @throws IllegalArgumentException when there is no identity: that would admit anybody
    public Keyless {
      identities = List.copyOf(identities);
      if (identities.isEmpty()) {
        throw new IllegalArgumentException("no identity would admit anybody");
      }
    }
  }
}
