package io.policyc.tests.peers.cosign;

import java.util.List;

/// One question of the table with all its answers.
///
/// @param scenario what lies in the registry and what is asked
/// @param layout of the signature
/// @param party the kind of signer
/// @param place the version of cosign that has signed, what is signed, and where it lies
/// @param cosign2 its verdict
/// @param cosign3 its verdict
/// @param ours our verdict
/// @param details in words, of each, for the report of a difference
record Row(
    String scenario,
    Layout layout,
    String party,
    String place,
    boolean cosign2,
    boolean cosign3,
    boolean ours,
    List<String> details) {
  static final String HEAD =
      "%-46s %-7s %-9s %-9s %-9s %9s%n"
          .formatted("what lies there", "layout", "cosign 2", "cosign 3", "policyc", "questions");

  Row {
    details = List.copyOf(details);
  }

  /// Whether a cosign says something else than we.
  boolean differs() {
    return cosign2 != ours || cosign3 != ours;
  }

  /// Whether these are the verdicts.
  boolean says(boolean two, boolean three, boolean us) {
    return cosign2 == two && cosign3 == three && ours == us;
  }

  /// Its line of the printed table.
  String line() {
    return "%-46s %-7s %-9s %-9s %-9s"
        .formatted(scenario, layout, word(cosign2), word(cosign3), word(ours));
  }

  private static String word(boolean verdict) {
    return verdict ? "good" : "refused";
  }

  /// All that is known about it.
  String inFull() {
    return "%s, %s, %s, %s: %s%n%s"
        .formatted(scenario, layout, party, place, line(), String.join("\n", details));
  }
}
