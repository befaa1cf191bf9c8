package io.policyc.signatures.trust;

import io.policyc.signatures.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/// A `trusted_root.json`, unread, and how old it is.
///
/// @param name what it is called in messages
/// @param json what [io.policyc.signatures.sigstore.TrustRootReader] reads
/// @param date the last day on which it is known to have been current; empty for a file of the
///   user's own, which is as current as its owner says
public record TrustedRootFile(String name, Bytes json, Optional<LocalDate> date) {
  /// After how many days a root is called old. Sigstore announces a new log or authority months
  /// before it is used.
  public static final int DAYS = 180;

  /// What to tell a user when the root is old. An old root still says whom to believe, and nobody
  /// else is believed instead: what was signed by way of a newer log is refused.
  ///
  /// @return one sentence, lower-case and without a full stop; empty while the root is young, and
  ///   when its age is not known
  public Optional<String> staleness(Instant now) {
    return date.map(day -> age(day, now)).filter(days -> days > DAYS).map(this::warning);
  }

  private static long age(LocalDate day, Instant now) {
    return Duration.between(day.atStartOfDay(ZoneOffset.UTC).toInstant(), now).toDays();
  }

  private String warning(long days) {
    return name
        + " is "
        + days
        + " days old: signatures by way of newer logs and authorities are refused, and keys that"
        + " were withdrawn since are still believed";
  }
}
