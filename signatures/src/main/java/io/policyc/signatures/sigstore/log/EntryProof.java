package io.policyc.signatures.sigstore.log;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.keys.Signatures;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Whether an entry stands in a log: the log's promise to take it in, and the proof that it did.
final class EntryProof {
  private static final int HINT_LENGTH = 4;

  private EntryProof() {}

  /// Checks the promise over an entry and the time at which it was given.
  static Optional<Rejected> promise(LogEntry entry, Bytes promise, TrustRoot.Log log) {
    if (entry.integratedTime().isEmpty()) {
      return refuse(Reason.BAD_INCLUSION_PROMISE, "the log's promise is over no time");
    }
    Instant time = entry.integratedTime().get();
    byte[] signed = Promise.signedBytes(entry, time.getEpochSecond());
    if (!Signatures.verifies(log, signed, promise.view())) {
      return refuse(
          Reason.BAD_INCLUSION_PROMISE,
          "the log's promise to take in the entry is not by the key of " + Quote.of(log.name()));
    }
    return log.period().contains(time)
        ? Optional.empty()
        : refuse(
            Reason.BAD_INCLUSION_PROMISE,
            "the log " + Quote.of(log.name()) + " is not to be believed at " + time);
  }

  /// Checks the way from an entry to the root, and the log's note on that root.
  static Optional<Rejected> inclusion(LogEntry entry, InclusionProof proof, TrustRoot.Log log) {
    Optional<Bytes> root =
        MerkleTree.root(
            MerkleTree.leaf(entry.body().view()),
            proof.logIndex(),
            proof.treeSize(),
            proof.hashes());
    if (!root.equals(Optional.of(proof.rootHash()))) {
      return refuse(
          Reason.BAD_INCLUSION_PROOF, "the way from the entry does not lead to the tree's root");
    }
    return Checkpoint.read(proof.checkpoint())
        .map(checkpoint -> checkpoint(checkpoint, entry, proof, log))
        .orElseGet(() -> refuse(Reason.BAD_CHECKPOINT, "the checkpoint is no signed note"));
  }

  private static Optional<Rejected> checkpoint(
      Checkpoint checkpoint, LogEntry entry, InclusionProof proof, TrustRoot.Log log) {
    if (!checkpoint.rootHash().equals(proof.rootHash()) || checkpoint.size() != proof.treeSize()) {
      return refuse(
          Reason.BAD_CHECKPOINT, "the checkpoint is of another tree than the inclusion proof");
    }
    // the trees of Rekor 1 have numbers and names of their own; Rekor 2 has one tree, named by host
    if (!checkpoint.namesTree()) {
      if (host(log).isEmpty()) {
        return refuse(
            Reason.BAD_CHECKPOINT,
            "the trust root lacks the `baseUrl` of the log "
                + Quote.of(log.name())
                + ", whose host the checkpoints of Rekor 2 are named by");
      }
      if (!host(log).equals(checkpoint.origin())) {
        return refuse(
            Reason.BAD_CHECKPOINT,
            "the checkpoint is of "
                + Quote.of(checkpoint.origin())
                + ", the log is "
                + Quote.of(log.name()));
      }
      if (entry.logIndex() != proof.logIndex()) {
        return refuse(
            Reason.BAD_INCLUSION_PROOF, "the inclusion proof is of another place in the log");
      }
    }
    return signed(checkpoint, log)
        ? Optional.empty()
        : refuse(
            Reason.BAD_CHECKPOINT,
            "no signature of the checkpoint is by the key of " + Quote.of(log.name()));
  }

  /// Witnesses sign, too, and may stand before the log: name and hint say which line is the log's.
  private static boolean signed(Checkpoint checkpoint, TrustRoot.Log log) {
    Bytes hint = Bytes.wrap(Arrays.copyOf(log.id().view(), HINT_LENGTH));
    return checkpoint.signatures().stream()
        .filter(line -> line.name().equals(checkpoint.name()) && line.hint().equals(hint))
        .anyMatch(
            line ->
                Signatures.verifies(log, checkpoint.signedText().view(), line.signature().view()));
  }

  /// The host of a log's address, without port and path.
  private static String host(TrustRoot.Log log) {
    String url = log.baseUrl();
    int scheme = url.indexOf("://");
    String rest = scheme < 0 ? url : url.substring(scheme + 3);
    int end = 0;
    while (end < rest.length() && "/:?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end);
  }

  private static Optional<Rejected> refuse(Reason reason, String detail) {
    return Optional.of(new Rejected(reason, detail));
  }
}
