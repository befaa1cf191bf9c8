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
/// What a wider sentence lets pass anyway is not written again: an HTTP rule beside an open port
/// would only send the traffic through Envoy, which takes nothing but HTTP. Its sentence then
/// stands with the wider rule.
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
    PortSet open = new PortSet(ports.keySet());
    if (!ports.isEmpty()) {
      drafts.add(openPorts(open));
    }
    requests(open, drafts);
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

  private Draft openPorts(PortSet open) {
    Causes causes = new Causes();
    ports.values().forEach(causes::addAll);
    requests.forEach(
        (ranges, rules) -> {
          if (ranges.stream().anyMatch(open::touches)) {
            rules.values().forEach(causes::addAll);
          }
        });
    return draft(List.copyOf(ports.keySet())).withCauses(causes);
  }

  private void requests(PortSet open, List<Draft> drafts) {
    for (var entry : requests.entrySet()) {
      List<PortRange> guarded = new ArrayList<>();
      for (PortRange range : entry.getKey()) {
        guarded.addAll(open.missingOf(range));
      }
      if (!guarded.isEmpty()) {
        drafts.add(draft(guarded).withRequests(entry.getValue()));
      }
    }
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
