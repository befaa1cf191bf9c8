package io.policyc.signatures.oci;

import io.policyc.signatures.Copies;
import io.policyc.signatures.Digest;
import java.util.Map;
import java.util.Optional;

/// What one content says of another.
///
/// @param mediaType as written; empty where it is missing
/// @param digest of the content
/// @param size of the content in bytes
/// @param artifactType as written; empty where it is missing
/// @param annotations unauthenticated hints, unless the content that holds them is
/// @param platform as in an index, `os/architecture`; empty where it is missing
/// @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md">OCI Image
///   Spec 1.1, Descriptors</a>
public record Descriptor(
    String mediaType,
    Digest digest,
    long size,
    String artifactType,
    Map<String, String> annotations,
    Optional<String> platform) {
  public Descriptor {
    annotations = Copies.of(annotations);
  }
}
