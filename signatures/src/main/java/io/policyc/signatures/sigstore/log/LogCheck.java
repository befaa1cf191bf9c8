package io.policyc.signatures.sigstore.log;

import static java.util.Comparator.comparing;

import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.read.Read;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Checks the log entries of a signature.
///
/// Every entry must be one of the signature, and those of logs that the trust root names must prove
/// to stand there. An entry of an unknown log proves nothing and is passed over: whoever wants to
/// be rid of it could leave it out. Whoever demands a log is not content with it.
public final class LogCheck {
  private LogCheck() {}

  /// What entries prove.
  ///
  /// @param logged whether the signature stands in a log that the trust root names
  /// @param unknown the logs of entries that the trust root does not name, for the message
  /// @param times that logs promise
  /// @param undated for each entry with a proof that says no time, the log in all its periods; it
  ///   must be believed when it was signed
  public record Proven(
      boolean logged,
      Optional<String> unknown,
      List<Instant> times,
      List<List<TrustRoot.Log>> undated) {
    public Proven {
      times = List.copyOf(times);
      undated = List.copyOf(undated);
    }
  }

  /// Checks all entries of a signature.
  public static Read<Proven> check(Recorded recorded, TrustRoot root) {
    Set<List<Object>> seen = new HashSet<>();
    Optional<String> unknown = Optional.empty();
    List<Instant> times = new ArrayList<>();
    List<List<TrustRoot.Log>> undated = new ArrayList<>();
    boolean logged = false;
    for (LogEntry entry : recorded.signed().entries()) {
      if (!seen.add(List.of(entry.logId(), entry.logIndex()))) {
        return Read.bad(
            Reason.DUPLICATE_LOG_ENTRY, "the entry " + entry.logIndex() + " of a log stands twice");
      }
      List<TrustRoot.Log> named = named(entry, root);
      List<TrustRoot.Log> proving = new ArrayList<>();
      Optional<Rejected> refused = entry(entry, named, recorded, proving);
      if (refused.isPresent()) {
        return new Read.Bad<>(refused.get());
      }
      if (named.isEmpty()) {
        unknown = Optional.of(HexFormat.of().formatHex(entry.logId().view()));
        continue;
      }
      logged = true;
      if (entry.promise().isPresent()) {
        entry.integratedTime().ifPresent(times::add);
      } else {
        undated.add(List.copyOf(proving));
      }
    }
    return new Read.Good<>(new Proven(logged, unknown.map(Quote::of), times, undated));
  }

  /// A log whose key served in several periods stands several times. Those that are believed at the
  /// time that the entry names come first.
  private static List<TrustRoot.Log> named(LogEntry entry, TrustRoot root) {
    return root.logs().stream()
        .filter(log -> log.id().equals(entry.logId()))
        .sorted(comparing(log -> !entry.integratedTime().map(log.period()::contains).orElse(true)))
        .toList();
  }

  private static Optional<Rejected> entry(
      LogEntry entry, List<TrustRoot.Log> named, Recorded recorded, List<TrustRoot.Log> proving) {
    return complete(entry, recorded.signed().format())
        .or(() -> body(entry, recorded))
        .or(() -> proof(entry, named, proving));
  }

  /// @param proving takes those that hold; one of them is enough
  private static Optional<Rejected> proof(
      LogEntry entry, List<TrustRoot.Log> named, List<TrustRoot.Log> proving) {
    List<Rejected> troubles = new ArrayList<>();
    for (TrustRoot.Log log : named) {
      proof(entry, log).ifPresentOrElse(troubles::add, () -> proving.add(log));
    }
    return proving.isEmpty() ? troubles.stream().findFirst() : Optional.empty();
  }

  private static Optional<Rejected> complete(LogEntry entry, Format format) {
    return switch (format) {
      case COSIGN_SIGNATURE, COSIGN_ATTESTATION, BUNDLE_0_1 ->
          entry.promise().isPresent()
              ? Optional.empty()
              : Optional.of(
                  new Rejected(
                      Reason.NO_INCLUSION_PROMISE,
                      "the entry has no signed entry timestamp, which "
                          + format.word()
                          + " needs"));
      case BUNDLE_0_2, BUNDLE_0_3 ->
          entry.proof().isPresent()
              ? Optional.empty()
              : Optional.of(
                  new Rejected(
                      Reason.NO_INCLUSION_PROOF,
                      "the entry has no inclusion proof, which " + format.word() + " needs"));
    };
  }

  private static Optional<Rejected> body(LogEntry entry, Recorded recorded) {
    return switch (EntryBodyReader.read(entry)) {
      case Read.Good<EntryBody>(var body) -> recorded.mismatch(body);
      case Read.Bad<EntryBody>(var why) -> Optional.of(why);
    };
  }

  private static Optional<Rejected> proof(LogEntry entry, TrustRoot.Log log) {
    return entry
        .promise()
        .flatMap(promise -> EntryProof.promise(entry, promise, log))
        .or(() -> entry.proof().flatMap(proof -> EntryProof.inclusion(entry, proof, log)));
  }
}
