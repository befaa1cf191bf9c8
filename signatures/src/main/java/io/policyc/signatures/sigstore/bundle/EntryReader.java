package io.policyc.signatures.sigstore.bundle;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.log.InclusionProof;
import io.policyc.signatures.sigstore.log.LogEntry;
import io.policyc.signatures.sigstore.log.LogEntry.KindVersion;
import io.policyc.signatures.sigstore.read.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads the log entries of a bundle.
final class EntryReader {
  private static final int MAX_ENTRIES = 32;

  private EntryReader() {}

  /// The entries; what is wrong with them is noted.
  static List<LogEntry> read(Format format, Fields material) {
    return material.objects("tlogEntries", MAX_ENTRIES).stream()
        .map(entry -> entry(format, entry))
        .toList();
  }

  private static LogEntry entry(Format format, Fields entry) {
    Fields kind = entry.object("kindVersion");
    return new LogEntry(
        entry.number("logIndex"),
        entry.object("logId").base64("keyId"),
        Optional.of(new KindVersion(kind.text("kind"), kind.text("version"))),
        time(entry.number("integratedTime")),
        promise(entry),
        entry
            .maybeObject("inclusionProof")
            .filter(proof -> counts(format, proof))
            .map(EntryReader::proof),
        entry.base64("canonicalizedBody"));
  }

  private static Optional<Instant> time(long seconds) {
    return seconds == 0 ? Optional.empty() : Optional.of(seconds).map(LogEntry::time);
  }

  private static Optional<Bytes> promise(Fields entry) {
    return entry.maybeObject("inclusionPromise").map(it -> it.base64("signedEntryTimestamp"));
  }

  /// Bundles of 0.1 carry proofs without a checkpoint, which prove nothing.
  private static boolean counts(Format format, Fields proof) {
    return format != Format.BUNDLE_0_1 || proof.json().get("checkpoint").isPresent();
  }

  private static InclusionProof proof(Fields proof) {
    return new InclusionProof(
        proof.number("logIndex"),
        proof.number("treeSize"),
        proof.base64("rootHash"),
        proof.base64s("hashes", InclusionProof.MAX_HASHES),
        proof.object("checkpoint").text("envelope"));
  }
}
