package io.policyc.tests.peers.admission;

import io.policyc.policies.admission.PodSecurityCheck;
import io.policyc.tests.peers.PodSecurityOracle.Judged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How often each check allowed and refused.
final class PodTally {
  private final Map<String, int[]> counts = new TreeMap<>();

  /// Counts a verdict for each check that was asked, and for all together.
  void add(Judged judged, List<? extends PodSecurityCheck> asked) {
    count("(verdict)", judged.allowed());
    for (PodSecurityCheck check : asked) {
      count(check.id(), judged.failing().stream().noneMatch(f -> f.id().equals(check.id())));
    }
  }

  private void count(String name, boolean allowed) {
    counts.computeIfAbsent(name, _ -> new int[2])[allowed ? 0 : 1]++;
  }

  /// What is rarer than one in five: then the run has not tried it.
  List<String> rare() {
    List<String> rare = new ArrayList<>();
    counts.forEach(
        (name, count) -> {
          if (5 * Math.min(count[0], count[1]) < count[0] + count[1]) {
            rare.add(name + " " + count[0] + "/" + count[1]);
          }
        });
    return rare;
  }

  /// One line a check: `allowed / refused`.
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    counts.forEach(
        (name, count) ->
            out.append(String.format("%-28s %7d allowed %7d refused%n", name, count[0], count[1])));
    return out.toString();
  }
}
