package io.policyc.signatures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// What names content by itself: `sha256:9f86…`.
///
/// @param algorithm the hash
/// @param hex its value in lower-case hexadecimal, of the algorithm's length
/// @see <a
///   href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests">OCI
///   Image Spec 1.1, Digests</a>
public record Digest(Algorithm algorithm, String hex) implements Comparable<Digest> {
  /// The hashes that registries and Sigstore use.
  public enum Algorithm {
    SHA256("sha256", "SHA-256", 32),
    SHA384("sha384", "SHA-384", 48),
    SHA512("sha512", "SHA-512", 64);

    private final String word;
    private final String javaName;
    private final int bytes;

    Algorithm(String word, String javaName, int bytes) {
      this.word = word;
      this.javaName = javaName;
      this.bytes = bytes;
    }

    /// As it stands before the colon.
    public String word() {
      return word;
    }

    /// As the Java platform names it.
    public String javaName() {
      return javaName;
    }

    /// How long a value is, in bytes.
    public int bytes() {
      return bytes;
    }

    /// The algorithm of a word such as `sha256`; empty for any other, in upper case too.
    public static Optional<Algorithm> named(String word) {
      for (Algorithm one : values()) {
        if (one.word.equals(word)) {
          return Optional.of(one);
        }
      }
      return Optional.empty();
    }
  }

  /// By algorithm and value. It is also what keeps sets of digests fast whose hashes collide.
  @Override
  public int compareTo(Digest other) {
    int byAlgorithm = algorithm.compareTo(other.algorithm);
    return byAlgorithm == 0 ? hex.compareTo(other.hex) : byAlgorithm;
  }

  /// @throws IllegalArgumentException when the value does not have the algorithm's length, or is
  ///   not lower-case hexadecimal
  public Digest {
    if (!fits(algorithm, hex)) {
      throw new IllegalArgumentException("not a value of " + algorithm.word());
    }
  }

  private static boolean fits(Algorithm algorithm, String hex) {
    return hex.length() == algorithm.bytes * 2
        && hex.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /// Reads `sha256:…`, `sha384:…` or `sha512:…`.
  ///
  /// @return empty for another algorithm, a wrong length, upper case, or anything around it
  public static Optional<Digest> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String hex = text.substring(colon + 1);
    return Algorithm.named(text.substring(0, colon))
        .filter(algorithm -> fits(algorithm, hex))
        .map(algorithm -> new Digest(algorithm, hex));
  }

  /// The digest of content.
  public static Digest of(Algorithm algorithm, byte[] content) {
    return new Digest(algorithm, HexFormat.of().formatHex(hash(algorithm).digest(content)));
  }

  /// The SHA-256 digest of content.
  public static Digest sha256(byte[] content) {
    return of(Algorithm.SHA256, content);
  }

  /// A hash that is fed piece by piece.
  public static MessageDigest hash(Algorithm algorithm) {
    try {
      return MessageDigest.getInstance(algorithm.javaName);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm.javaName, e);
    }
  }

  /// Its value in bytes.
  public byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return algorithm.word() + ":" + hex;
  }
}
