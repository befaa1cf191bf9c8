package io.policyc.signatures.sigstore.log;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Digest.Algorithm;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// Hashes of a log's tree.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162, 2.1.3.2</a>
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private MerkleTree() {}

  /// The hash of a leaf.
  public static byte[] leaf(byte[] body) {
    MessageDigest hash = Digest.hash(Algorithm.SHA256);
    hash.update(LEAF);
    return hash.digest(body);
  }

  /// The hash of two neighbours.
  public static byte[] node(byte[] left, byte[] right) {
    MessageDigest hash = Digest.hash(Algorithm.SHA256);
    hash.update(NODE);
    hash.update(left);
    return hash.digest(right);
  }

  /// The root to which a way leads.
  ///
  /// @param index of the leaf
  /// @param size of the tree
  /// @return empty when the index is not within the tree or the way is not as long as it must be
  public static Optional<Bytes> root(byte[] leaf, long index, long size, List<Bytes> way) {
    if (index < 0 || index >= size) {
      return Optional.empty();
    }
    long number = index;
    long last = size - 1;
    byte[] hash = leaf;
    for (Bytes neighbour : way) {
      if (last == 0) {
        return Optional.empty();
      }
      if (number % 2 == 1 || number == last) {
        hash = node(neighbour.view(), hash);
        // a node without a right neighbour goes up as it is
        while (number % 2 == 0 && number != 0) {
          number /= 2;
          last /= 2;
        }
      } else {
        hash = node(hash, neighbour.view());
      }
      number /= 2;
      last /= 2;
    }
    return last == 0 ? Optional.of(Bytes.wrap(hash)) : Optional.empty();
  }
}
