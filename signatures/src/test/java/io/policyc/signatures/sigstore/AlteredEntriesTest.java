package io.policyc.signatures.sigstore;

import java.util.Arrays;

/// Entries of a log, their promises and their proofs.
final class AlteredEntriesTest extends AlteredTable {
  @Override
  void rows() {
    logs();
    promises();
    proofs();
  }

  private void logs() {
    image("no entries", Reason.NO_LOG_ENTRY, b -> b.set("verificationMaterial.tlogEntries", "[]"));
    image("no proof", Reason.NO_INCLUSION_PROOF, b -> b.remove(PROOF));
    image(
        "no proof in 0.2",
        Reason.NO_INCLUSION_PROOF,
        keyless().version("0.2"),
        b -> b.remove(PROOF));
    image(
        "no promise in 0.1",
        Reason.NO_INCLUSION_PROMISE,
        keyless().version("0.1"),
        b -> b.remove(ENTRY + ".inclusionPromise"));
    image("an entry twice", Reason.DUPLICATE_LOG_ENTRY, b -> b.repeat(ENTRY, 1));
    image(
        "another log",
        Reason.UNKNOWN_LOG,
        b -> b.text(ENTRY + ".logId.keyId", base64(new byte[32])));
    image(
        "a log's id cut short",
        Reason.UNKNOWN_LOG,
        b -> b.text(ENTRY + ".logId.keyId", base64(Arrays.copyOf(WORLD.first().id(), 4))));
    add(
        "a log that nobody names",
        () -> keyless().log(OTHER.first()).statement(signing()),
        Asked.signed(),
        Reason.UNKNOWN_LOG);
    add(
        "a time of a log that nobody names",
        () -> keyless().log(OTHER.first()).statement(signing()),
        Asked.signed().withLog(Demand.Log.IF_PRESENT),
        Reason.UNKNOWN_LOG);
  }

  private void promises() {
    image(
        "the log's other key",
        Reason.BAD_INCLUSION_PROMISE,
        b -> b.text(ENTRY + ".logId.keyId", base64(WORLD.second().id())));
    image(
        "the time",
        Reason.BAD_INCLUSION_PROMISE,
        b -> b.text(ENTRY + ".integratedTime", "1717243321"));
    image("no time", Reason.BAD_INCLUSION_PROMISE, b -> b.remove(ENTRY + ".integratedTime"));
    image("the index", Reason.BAD_INCLUSION_PROMISE, b -> b.text(ENTRY + ".logIndex", "7"));
    image(
        "the promise",
        Reason.BAD_INCLUSION_PROMISE,
        b -> flip(b, ENTRY + ".inclusionPromise.signedEntryTimestamp", 20));
    image(
        "an empty promise",
        Reason.BAD_INCLUSION_PROMISE,
        b -> b.text(ENTRY + ".inclusionPromise.signedEntryTimestamp", ""));
  }

  private void proofs() {
    image(
        "the place in the tree", Reason.BAD_INCLUSION_PROOF, b -> b.text(PROOF + ".logIndex", "0"));
    image(
        "a place outside of the tree",
        Reason.BAD_INCLUSION_PROOF,
        b -> b.text(PROOF + ".logIndex", b.text(PROOF + ".treeSize")));
    image("the tree's size", Reason.BAD_INCLUSION_PROOF, b -> b.text(PROOF + ".treeSize", "6"));
    image("a size of one", Reason.BAD_INCLUSION_PROOF, b -> b.text(PROOF + ".treeSize", "1"));
    image("a hash", Reason.BAD_INCLUSION_PROOF, b -> flip(b, PROOF + ".hashes.0", 3));
    image("a hash less", Reason.BAD_INCLUSION_PROOF, b -> b.remove(PROOF + ".hashes.0"));
    image("a hash more", Reason.BAD_INCLUSION_PROOF, b -> b.repeat(PROOF + ".hashes.0", 1));
    image("no hashes", Reason.BAD_INCLUSION_PROOF, b -> b.set(PROOF + ".hashes", "[]"));
    image("the root", Reason.BAD_INCLUSION_PROOF, b -> flip(b, PROOF + ".rootHash", 3));
    image(
        "a proof of another entry",
        Reason.BAD_INCLUSION_PROOF,
        b -> b.set(PROOF, keyless().statement(signing()).json(PROOF)));
  }
}
