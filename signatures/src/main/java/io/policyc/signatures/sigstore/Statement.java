package io.policyc.signatures.sigstore;

import java.util.List;

/// What a signature must say of the content.
public sealed interface Statement {
  /// The predicate type of an image signature by cosign 3.
  String COSIGN_SIGN = "https://sigstore.dev/cosign/sign/v1";

  /// That it is signed: cosign's payload, or a DSSE statement with the predicate type
  /// `https://sigstore.dev/cosign/sign/v1`. An attestation of anything else is no signature: a scan
  /// that failed is attested to as well.
  record Signed() implements Statement {}

  /// That something is attested to.
  ///
  /// @param predicateType such as `https://slsa.dev/provenance/v1`; compared exactly
  /// @param conditions what its predicate must hold; all of them
  record Attested(String predicateType, List<Condition> conditions) implements Statement {
    public Attested {
      conditions = List.copyOf(conditions);
    }
  }

  /// That just these bytes are signed, or that they are the subject of any statement: what `policyc
  /// verify-bundle` asks, as Sigstore's clients do. Never enough for an image.
  record Blob() implements Statement {}
}
