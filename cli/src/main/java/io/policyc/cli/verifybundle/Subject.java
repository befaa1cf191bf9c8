package io.policyc.cli.verifybundle;

import io.policyc.cli.UsageException;
import io.policyc.cli.input.NamedFiles;
import io.policyc.signatures.Digest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What must be signed.
///
/// @param name as it was given
/// @param digests of it, by every algorithm that can be told
record Subject(String name, List<Digest> digests) {
  Subject {
    digests = List.copyOf(digests);
  }

  /// A digest is one only where no file has such a name, as Sigstore's protocol has it.
  ///
  /// @throws UsageException when there is no such file, or it cannot be read
  static Subject of(String name, NamedFiles files) {
    if (name.isEmpty()) {
      throw new UsageException("an argument is empty", "name the signed file, or give its digest");
    }
    Optional<Digest> digest = digest(name).filter(_ -> !files.exists(name));
    return new Subject(name, digest.map(List::of).orElseGet(() -> hashed(name, files)));
  }

  private static Optional<Digest> digest(String name) {
    return name.startsWith("sha256:")
        ? Digest.parse(name.toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  private static List<Digest> hashed(String name, NamedFiles files) {
    Map<Digest.Algorithm, MessageDigest> hashes = new EnumMap<>(Digest.Algorithm.class);
    for (Digest.Algorithm algorithm : Digest.Algorithm.values()) {
      hashes.put(algorithm, Digest.hash(algorithm));
    }
    files.hash("file", name, hashes.values());
    List<Digest> out = new ArrayList<>();
    hashes.forEach(
        (algorithm, hash) ->
            out.add(new Digest(algorithm, HexFormat.of().formatHex(hash.digest()))));
    return out;
  }
}
