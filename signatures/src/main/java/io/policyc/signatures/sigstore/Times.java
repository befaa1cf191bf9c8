package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.bundle.Signed;
import io.policyc.signatures.sigstore.bundle.Signed.Content;
import io.policyc.signatures.sigstore.certificate.Tries;
import io.policyc.signatures.sigstore.log.LogCheck;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.timestamp.TimestampCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// When a signature existed, as logs and timestamp authorities say.
///
/// @param proven every time that is proven, none of them more than a minute in the future
/// @param untrusted why a timestamp does not count that is by an authority nobody here knows
record Times(List<Instant> proven, Optional<Rejected> untrusted) {
  /// How far this machine's clock may be behind: who deploys what was signed a second ago must not
  /// be refused for it.
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private static final int MAX_TIMESTAMPS = 4;

  Times {
    proven = List.copyOf(proven);
  }

  /// The earliest time that is proven: the signature is not younger.
  Optional<Instant> earliest() {
    return proven.stream().min(Instant::compareTo);
  }

  /// Gathers the times.
  ///
  /// A timestamp that is wrong refuses the signature, since somebody put it there to prove
  /// something. One of an unknown authority is passed over as long as another time is proven.
  static Read<Times> of(
      Signed signed, LogCheck.Proven log, TrustRoot root, Instant now, Tries tries) {
    List<Instant> proven = new ArrayList<>(log.times());
    Optional<Rejected> untrusted = Optional.empty();
    byte[] stamped = stamped(signed).view();
    Set<Bytes> tokens = new LinkedHashSet<>(signed.timestamps());
    if (tokens.size() > MAX_TIMESTAMPS) {
      return Read.bad(Reason.TOO_LARGE, "it has more than " + MAX_TIMESTAMPS + " timestamps");
    }
    for (Bytes token : tokens) {
      switch (TimestampCheck.check(token.view(), stamped, root, tries)) {
        case TimestampCheck.Result.Proven(var time, _) -> proven.add(time);
        case TimestampCheck.Result.Refused(var reason, var detail) -> {
          if (reason != Reason.UNTRUSTED_TIMESTAMP) {
            return Read.bad(reason, detail);
          }
          untrusted = Optional.of(new Rejected(reason, detail));
        }
      }
    }
    return inPast(new Times(proven, untrusted), now).then(times -> believed(times, log));
  }

  /// What a timestamp is over: the signature; for an attestation of cosign's first layout, whose
  /// signature has no place of its own, the whole envelope.
  private static Bytes stamped(Signed signed) {
    return signed.content() instanceof Content.Enveloped(_, var json) && json.isPresent()
        ? json.get()
        : signed.signature();
  }

  private static Read<Times> inPast(Times times, Instant now) {
    Instant latest = now.plus(CLOCK_SKEW);
    Optional<Instant> future = times.proven.stream().filter(latest::isBefore).findFirst();
    return future.isPresent()
        ? Read.bad(Reason.TIME_IN_FUTURE, "it was signed at " + future.get() + ", now it is " + now)
        : new Read.Good<>(times);
  }

  /// A log that says no time of its own must be believed at the times that others prove.
  private static Read<Times> believed(Times times, LogCheck.Proven log) {
    return log.undated().stream()
        .filter(periods -> !times.proven.stream().allMatch(time -> believed(periods, time)))
        .findFirst()
        .map(periods -> Read.<Times>bad(Reason.BAD_CHECKPOINT, retired(periods)))
        .orElseGet(() -> new Read.Good<>(times));
  }

  /// Why logs do not count as such where nothing proves a time: their periods are over, so that
  /// their keys may be anybody's by now.
  Optional<Rejected> retired(LogCheck.Proven log, Instant now) {
    boolean current =
        !proven.isEmpty() || log.undated().stream().anyMatch(periods -> believed(periods, now));
    return current || log.undated().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rejected(
                Reason.NO_PROVEN_TIME,
                "the log %s is not to be believed any more, and nothing says when it was signed"
                    .formatted(Quote.of(log.undated().getFirst().getFirst().name()))));
  }

  private static boolean believed(List<TrustRoot.Log> periods, Instant time) {
    return periods.stream().anyMatch(one -> one.period().contains(time));
  }

  private static String retired(List<TrustRoot.Log> periods) {
    return "the log %s is not to be believed at the time of the signature"
        .formatted(Quote.of(periods.getFirst().name()));
  }
}
