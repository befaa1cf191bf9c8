package io.policyc.signatures.wasm;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Copies;
import io.policyc.signatures.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image or artifact as it was fetched: every digest was recomputed, nothing else is believed.
///
/// @param configType media type of its config, as the manifest writes it
/// @param config content of its config
/// @param layers in their order
/// @param annotations of the manifest
/// @param platform for which an index names it, `os/architecture`
public record ArtifactContent(
    String configType,
    Bytes config,
    List<Layer> layers,
    Map<String, String> annotations,
    Optional<String> platform) {
  public ArtifactContent {
    layers = List.copyOf(layers);
    annotations = Copies.of(annotations);
  }

  /// A layer.
  ///
  /// @param mediaType as the manifest writes it
  /// @param content none where it was not fetched or is too large
  public record Layer(String mediaType, Digest digest, Optional<Bytes> content) {}
}
