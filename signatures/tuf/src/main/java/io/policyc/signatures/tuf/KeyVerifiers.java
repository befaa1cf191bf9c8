package io.policyc.signatures.tuf;

import dev.sigstore.tuf.encryption.Verifier;
import dev.sigstore.tuf.encryption.Verifiers;
import dev.sigstore.tuf.model.Key;
import io.policyc.signatures.sigstore.keys.Curve;
import io.policyc.signatures.sigstore.keys.Hash;
import io.policyc.signatures.sigstore.keys.PublicKeys;
import io.policyc.signatures.sigstore.keys.Signatures;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.HexFormat;
import java.util.Optional;

/// The keys of metadata, checked by our own code: sigstore-java's registers Bouncy Castle for the
/// whole process.
///
/// ECDSA on P-256 and Ed25519, which is what Sigstore's repositories use. A key of any other kind
/// signs nothing.
final class KeyVerifiers implements Verifiers.Supplier {
  // What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410, section 4).
  private static final String ED25519_DER = "302a300506032b6570032100";

  @Override
  public Verifier newVerifier(Key key) {
    Optional<PublicKey> read = read(key);
    return (message, signature) ->
        read.isPresent() && Signatures.verifies(read.get(), Hash.SHA256, message, signature);
  }

  private static Optional<PublicKey> read(Key key) {
    String text = String.valueOf(key.getKeyVal().get("public"));
    return switch (key.getScheme()) {
      case "ecdsa-sha2-nistp256" ->
          taken(PublicKeys.read(text.getBytes(StandardCharsets.UTF_8)))
              .filter(KeyVerifiers::isOnP256);
      case "ed25519" -> ed25519(text);
      default -> Optional.empty();
    };
  }

  private static boolean isOnP256(PublicKey key) {
    return key instanceof ECPublicKey ec && Curve.of(ec).equals(Optional.of(Curve.P256));
  }

  private static Optional<PublicKey> ed25519(String hex) {
    try {
      return taken(PublicKeys.spki(HexFormat.of().parseHex(ED25519_DER + hex)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> taken(PublicKeys.Read read) {
    return switch (read) {
      case PublicKeys.Read.Key(var key) -> Optional.of(key);
      case PublicKeys.Read.Refused _ -> Optional.empty();
    };
  }
}
