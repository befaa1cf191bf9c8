package io.policyc.compiler.model;

import java.time.LocalDate;
import java.util.List;

/// `except Deployment/node-agent in monitoring from hostNetwork until 2027-06-30 because "…"`: an
/// object that some checks let pass for a while.
///
/// One whose last day is over is here, too: it counts no more, and what it let pass can say so.
///
/// @param kind of the object, such as `Deployment`
/// @param name of the object; a `*` in it is any text
/// @param namespace of the object; empty for kinds that stand in none, such as `Namespace`
/// @param checks ids of checks, sorted, at least one
/// @param until the last day on which it counts, in UTC
/// @param reason why
public record Exemption(
    String kind,
    String name,
    String namespace,
    List<String> checks,
    LocalDate until,
    String reason,
    Origin origin) {
  public Exemption {
    checks = checks.stream().sorted().distinct().toList();
    if (checks.isEmpty()) {
      throw new IllegalArgumentException("an exemption from nothing");
    }
  }

  /// Whether it counts on a day.
  public boolean countsOn(LocalDate today) {
    return !today.isAfter(until);
  }
}
