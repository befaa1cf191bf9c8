package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.HttpRule;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.model.PortRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that passes between some pods and one field of peers in one direction, under the same
/// demands.
///
/// What a wider sentence lets pass anyway is not written again: its sentence then stands with the
/// wider rule. Requests beside ports that are open to the same peers do not come up: the model
/// keeps them apart.
final class Bucket {
  /// @param mutualAuth and serverNames the demands: Cilium makes them of everything that it merges
  record Key(Field peers, boolean mutualAuth, List<String> serverNames) {
    static Key of(Field peers, Pass pass) {
      return switch (pass) {
        case Pass.Everything(var auth) -> new Key(peers, auth, List.of());
        case Pass.Ports(_, var auth, var names) -> new Key(peers, auth, names);
        case Pass.Requests(_, var auth, _) -> new Key(peers, auth, List.of());
        case Pass.Queries _, Pass.Ping _ -> new Key(peers, false, List.of());
      };
    }
  }

  static final Comparator<HttpRule> BY_CONTENT = Bucket::compare;

  private static final Comparator<FqdnSelector> BY_NAME =
      Comparator.comparing(name -> name.matchName().or(name::matchPattern).orElse(""));

  private final Key key;
  private final Causes everything = new Causes();
  private final Causes ping = new Causes();
  private final SortedMap<PortRange, Causes> ports = new TreeMap<>();
  private final Map<List<PortRange>, SortedMap<HttpRule, Causes>> requests = new LinkedHashMap<>();
  private final Map<List<PortRange>, SortedSet<FqdnSelector>> queries = new LinkedHashMap<>();
  private final Causes asking = new Causes();

  private static int compare(HttpRule a, HttpRule b) {
    int order = compare(a.path(), b.path());
    order = order != 0 ? order : compare(a.method(), b.method());
    order = order != 0 ? order : compare(a.host(), b.host());
    return order != 0 ? order : a.headers().toString().compareTo(b.headers().toString());
  }

  private static int compare(Optional<String> a, Optional<String> b) {
    return a.orElse("").compareTo(b.orElse(""));
  }

  Bucket(Key key) {
    this.key = key;
  }

  /// @param causes at least one
  void add(Pass pass, Causes causes) {
    switch (pass) {
      case Pass.Everything _ -> everything.addAll(causes);
      case Pass.Ping _ -> ping.addAll(causes);
      case Pass.Ports(var ranges, _, _) -> ranges.forEach(range -> add(range, causes));
      case Pass.Requests(var ranges, _, var rules) -> {
        SortedMap<HttpRule, Causes> there =
            requests.computeIfAbsent(ranges, r -> new TreeMap<>(BY_CONTENT));
        rules.forEach(rule -> there.computeIfAbsent(rule, r -> new Causes()).addAll(causes));
      }
      case Pass.Queries(var ranges, var names) -> {
        queries.computeIfAbsent(ranges, r -> new TreeSet<>(BY_NAME)).addAll(names);
        asking.addAll(causes);
      }
    }
  }

  private void add(PortRange range, Causes causes) {
    ports.computeIfAbsent(range, r -> new Causes()).addAll(causes);
  }

  /// One draft for each rule that is needed.
  List<Draft> drafts() {
    // Even beside an open port: names are learned only from answers that the proxy sees.
    List<Draft> drafts = new ArrayList<>();
    queries.forEach((ranges, names) -> drafts.add(queries(ranges, names)));
    if (!everything.isEmpty()) {
      drafts.add(draft(List.of()).withCauses(all()));
      return drafts;
    }
    if (!ports.isEmpty()) {
      Causes causes = new Causes();
      ports.values().forEach(causes::addAll);
      drafts.add(draft(outermost()).withCauses(causes));
    }
    requests.forEach((ranges, rules) -> drafts.add(draft(ranges).withRequests(rules)));
    if (!ping.isEmpty()) {
      drafts.add(draft(List.of()).withPing().withCauses(ping));
    }
    return drafts;
  }

  private Causes all() {
    Causes all = new Causes().addAll(everything).addAll(ping);
    ports.values().forEach(all::addAll);
    requests.values().forEach(rules -> rules.values().forEach(all::addAll));
    return all;
  }

  /// The ranges that lie in no other one.
  private List<PortRange> outermost() {
    List<PortRange> outermost = new ArrayList<>();
    for (PortRange range : ports.keySet()) {
      // Of those that begin at the same port, the longest comes last.
      if (!outermost.isEmpty() && range.contains(outermost.getLast())) {
        outermost.removeLast();
      }
      if (outermost.isEmpty() || !outermost.getLast().contains(range)) {
        outermost.add(range);
      }
    }
    return outermost;
  }

  private Draft queries(List<PortRange> ranges, SortedSet<FqdnSelector> names) {
    List<FqdnSelector> everyName = DnsNames.everything();
    List<FqdnSelector> asked = names.containsAll(everyName) ? everyName : List.copyOf(names);
    return draft(ranges).withQueries(asked).withCauses(asking);
  }

  private Draft draft(List<PortRange> ranges) {
    return Draft.of(ranges, key.mutualAuth(), key.serverNames());
  }

  Peers peers() {
    return key.peers().peers();
  }
}
