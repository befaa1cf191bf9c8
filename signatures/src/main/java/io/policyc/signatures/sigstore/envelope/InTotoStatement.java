package io.policyc.signatures.sigstore.envelope;

import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import java.util.List;
import java.util.Optional;

/// An in-toto statement: what is said of which contents.
///
/// @param subjects the digests of all contents that it speaks of, as far as we know their algorithm
/// @param predicateType what kind of thing is said
/// @param predicate what is said; missing in cosign's image signatures before 3.0.5
/// @see <a href="https://github.com/in-toto/attestation/blob/v1.1.0/spec/v1/statement.md">in-toto
///   attestation 1.1.0, Statement</a>
public record InTotoStatement(
    List<Digest> subjects, String predicateType, Optional<Json> predicate) {
  public InTotoStatement {
    subjects = List.copyOf(subjects);
  }
}
