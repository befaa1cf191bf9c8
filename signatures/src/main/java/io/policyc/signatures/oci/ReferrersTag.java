package io.policyc.signatures.oci;

import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Optional;

/// Referrers of registries without an API for them: an index at a tag that is named for the digest.
///
/// @see <a
///   href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema">OCI
///   Distribution Spec 1.1, Referrers Tag Schema</a>
public final class ReferrersTag {
  private static final int MAX_HEX = 64;

  private ReferrersTag() {}

  /// `sha256-…`; of a longer digest the first 64 digits.
  public static String of(Digest digest) {
    String hex = digest.hex();
    return digest.algorithm().word() + "-" + hex.substring(0, Math.min(MAX_HEX, hex.length()));
  }

  /// What the index at that tag lists; nothing where there is none.
  public static Fetched<List<Descriptor>> referrers(
      Registry registry,
      Repository repository,
      Digest subject,
      Optional<String> artifactType,
      Deadline deadline) {
    return switch (registry.manifest(repository, of(subject), deadline)) {
      case Fetched.NotThere<Manifest>() -> new Fetched.There<>(List.of());
      case Fetched.Unknown<Manifest>(var trouble) -> new Fetched.Unknown<>(trouble);
      case Fetched.There<Manifest>(Manifest.Index index) ->
          new Fetched.There<>(filtered(index.manifests(), artifactType));
      case Fetched.There<Manifest>(Manifest.Image image) ->
          Fetched.unknown(
              Trouble.Kind.MALFORMED,
              "an image stands at the tag " + of(subject) + " for referrers");
    };
  }

  /// Only those of a type, and those whose type nobody has said: registries ignore filters.
  public static List<Descriptor> filtered(List<Descriptor> all, Optional<String> artifactType) {
    return artifactType.isEmpty()
        ? all
        : all.stream()
            .filter(
                entry ->
                    entry.artifactType().equals(artifactType.get())
                        || MediaTypes.isUnsaid(entry.artifactType()))
            .toList();
  }
}
