package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Copies;
import java.util.Map;

/// A signature as it was found, unread. Nothing in it is believed.
public sealed interface Material {
  /// A layer of a `.sig` manifest.
  ///
  /// @param payload the layer's content, whose digest the reader of the registry has recomputed
  /// @param annotations of the layer's descriptor, such as `dev.cosignproject.cosign/signature`
  record CosignSignature(Bytes payload, Map<String, String> annotations) implements Material {
    public CosignSignature {
      annotations = Copies.of(annotations);
    }
  }

  /// A layer of an `.att` manifest.
  ///
  /// @param envelope the DSSE envelope, as JSON
  /// @param annotations of the layer's descriptor
  record CosignAttestation(Bytes envelope, Map<String, String> annotations) implements Material {
    public CosignAttestation {
      annotations = Copies.of(annotations);
    }
  }

  /// A Sigstore bundle of any version.
  ///
  /// @param json as found
  record Bundle(Bytes json) implements Material {}
}
