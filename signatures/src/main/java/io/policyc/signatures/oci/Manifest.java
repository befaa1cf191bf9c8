package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Copies;
import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A manifest whose digest was recomputed.
public sealed interface Manifest {
  /// Of its content.
  Digest digest();

  /// As the registry and the content agree.
  String mediaType();

  /// As fetched.
  Bytes content();

  /// One image, or one artifact.
  ///
  /// @param artifactType as written; empty where it is missing
  /// @param layers in order; the same digest may stand there several times
  /// @param subject what it refers to
  record Image(
      Digest digest,
      String mediaType,
      String artifactType,
      Descriptor config,
      List<Descriptor> layers,
      Optional<Descriptor> subject,
      Map<String, String> annotations,
      Bytes content)
      implements Manifest {
    public Image {
      layers = List.copyOf(layers);
      annotations = Copies.of(annotations);
    }
  }

  /// A list of manifests, for several platforms or of referrers.
  record Index(
      Digest digest,
      String mediaType,
      String artifactType,
      List<Descriptor> manifests,
      Optional<Descriptor> subject,
      Map<String, String> annotations,
      Bytes content)
      implements Manifest {
    public Index {
      manifests = List.copyOf(manifests);
      annotations = Copies.of(annotations);
    }
  }
}
