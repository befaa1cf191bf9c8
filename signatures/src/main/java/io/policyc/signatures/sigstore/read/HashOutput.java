package io.policyc.signatures.sigstore.read;

import io.policyc.signatures.Digest;
import io.policyc.signatures.Digest.Algorithm;
import java.util.HexFormat;
import java.util.Optional;

/// Digests as Sigstore's protobuf messages hold them: `{"algorithm": "SHA2_256", "digest": …}`.
public final class HashOutput {
  private HashOutput() {}

  /// Reads a digest; what is wrong is noted.
  public static Digest read(Fields fields) {
    Algorithm algorithm =
        fields.meaning("algorithm", "a hash", HashOutput::algorithm, Algorithm.SHA256);
    byte[] value = fields.base64("digest").view();
    if (value.length != algorithm.bytes()) {
      fields.trouble().note("a digest is no value of " + algorithm.word());
      return Digest.sha256(new byte[0]);
    }
    return new Digest(algorithm, HexFormat.of().formatHex(value));
  }

  private static Optional<Algorithm> algorithm(String name) {
    return switch (name) {
      case "SHA2_256" -> Optional.of(Algorithm.SHA256);
      case "SHA2_384" -> Optional.of(Algorithm.SHA384);
      case "SHA2_512" -> Optional.of(Algorithm.SHA512);
      default -> Optional.empty();
    };
  }
}
