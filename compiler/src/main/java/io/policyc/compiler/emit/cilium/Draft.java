package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.model.PortRange;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A rule but for its peers: where two are equal, one rule does for the peers of both.
///
/// @param ports empty for every port and protocol, and for ping
/// @param ping whether it is about echo requests only
/// @param requests HTTP rules, each with what stands behind it; empty for none
/// @param queries names that may be asked for; empty where it isn't about DNS
/// @param causes what stands behind it; of an HTTP rule each request has its own
record Draft(
    List<PortRange> ports,
    boolean ping,
    boolean mutualAuth,
    List<String> serverNames,
    SortedMap<HttpRule, Causes> requests,
    List<FqdnSelector> queries,
    Causes causes) {
  private static final SortedMap<HttpRule, Causes> NO_REQUESTS =
      Collections.unmodifiableSortedMap(new TreeMap<>(Bucket.BY_CONTENT));

  static Draft of(List<PortRange> ports, boolean mutualAuth, List<String> serverNames) {
    return new Draft(ports, false, mutualAuth, serverNames, NO_REQUESTS, List.of(), new Causes());
  }

  Draft withPing() {
    return new Draft(ports, true, mutualAuth, serverNames, requests, queries, causes);
  }

  Draft withRequests(SortedMap<HttpRule, Causes> rules) {
    return new Draft(ports, ping, mutualAuth, serverNames, rules, queries, causes);
  }

  Draft withQueries(List<FqdnSelector> names) {
    return new Draft(ports, ping, mutualAuth, serverNames, requests, names, causes);
  }

  Draft withCauses(Causes behind) {
    return new Draft(ports, ping, mutualAuth, serverNames, requests, queries, behind);
  }

  /// Everything that stands behind it and its parts.
  Causes allCauses() {
    if (requests.isEmpty()) {
      return causes;
    }
    Causes all = new Causes().addAll(causes);
    requests.values().forEach(all::addAll);
    return all;
  }

  /// Whether all parts have the same causes, which are then said once.
  boolean hasOneCause() {
    return requests.size() < 2 || requests.values().stream().distinct().count() == 1;
  }

  // Cheap, and still different for drafts of different sentences.
  @Override
  public int hashCode() {
    int part = requests.isEmpty() ? 0 : requests.firstEntry().getValue().hashCode();
    return 31 * (31 * ports.hashCode() + part) + causes.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Draft draft
        && ping == draft.ping
        && mutualAuth == draft.mutualAuth
        && ports.equals(draft.ports)
        && causes.equals(draft.causes)
        && serverNames.equals(draft.serverNames)
        && requests.equals(draft.requests)
        && queries.equals(draft.queries);
  }
}
