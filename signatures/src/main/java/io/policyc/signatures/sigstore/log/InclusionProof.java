package io.policyc.signatures.sigstore.log;

import io.policyc.signatures.Bytes;
import java.util.List;

/// The way from an entry to the root of its log's tree.
///
/// @param logIndex the entry's number in this tree
/// @param treeSize how many entries the tree has
/// @param rootHash the root
/// @param hashes the neighbours on the way, from the leaf to the root
/// @param checkpoint the log's signed note on that root
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1">RFC 6962, 2.1.1</a>
public record InclusionProof(
    long logIndex, long treeSize, Bytes rootHash, List<Bytes> hashes, String checkpoint) {
  /// No tree with 2⁶³ entries has a longer way.
  public static final int MAX_HASHES = 64;

  public InclusionProof {
    hashes = List.copyOf(hashes);
  }
}
