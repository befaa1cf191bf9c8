package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Condition;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Grant;
import io.policyc.compiler.model.Lookup;
import io.policyc.compiler.model.Origin;
import io.policyc.compiler.model.Peer;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `web may GET /api/v1/items on backend`
final class Grants {
  private final Report report;
  private final Senders senders;
  private final Exchanges exchanges;
  private final Nobody nobody;
  private final Hosts hosts;
  private final Expiry expiry;
  private final Pairs pairs;
  private final List<Grant> grants = new ArrayList<>();
  private final List<Lookup> lookups = new ArrayList<>();

  Grants(
      Report report,
      Senders senders,
      Exchanges exchanges,
      Hosts hosts,
      Expiry expiry,
      Pairs pairs) {
    this.report = report;
    this.senders = senders;
    this.exchanges = exchanges;
    this.nobody = new Nobody(report);
    this.hosts = hosts;
    this.expiry = expiry;
    this.pairs = pairs;
  }

  /// What was granted so far, in the order of the text.
  List<Grant> grants() {
    return grants;
  }

  /// The names that were granted so far, in the order of the text.
  List<Lookup> lookups() {
    return lookups;
  }

  void read(Statement.Grant sentence, Home home) {
    expiry.check(sentence);
    Parties.In in = new Parties.In(home, false);
    switch (sentence.action()) {
      case Action.Resolve(var names, _) -> resolve(sentence, names, in);
      case Action.Request _, Action.Call _, Action.Connect _, Action.Reach _, Action.Ping _ ->
          conversations(sentence, in);
      // What a pod uses is a matter of admission.
      case Action.Use _ -> {}
    }
  }

  private void resolve(Statement.Grant sentence, List<Word> names, Parties.In in) {
    int errors = report.errors();
    List<String> patterns =
        names.stream().flatMap(n -> hosts.check(n, Hosts.Use.RESOLVED).stream()).toList();
    List<Peer.Pods> pods = senders.pods(sentence.senders(), in, "resolve names");
    if (report.errors() == errors) {
      Origin origin = Origins.of(sentence);
      pods.forEach(sender -> lookups.add(new Lookup(sender, patterns, origin)));
    }
  }

  private void conversations(Statement.Grant sentence, Parties.In in) {
    int errors = report.errors();
    nobody.refuse(sentence.action());
    List<End> from = senders.of(sentence.senders(), in);
    List<Exchange> to = exchanges.of(sentence.action(), in, false);
    if (report.errors() == errors
        && pairs.admit(from.size(), to.size(), sentence.span())
        && mayMeet(sentence.action(), from, to)) {
      add(from, to, Origins.of(sentence));
    }
  }

  private void add(List<End> from, List<Exchange> to, Origin origin) {
    for (End sender : from) {
      for (Exchange exchange : to) {
        grants.add(new Grant(sender.peer(), exchange.receiver(), exchange.conversation(), origin));
      }
    }
  }

  private boolean mayMeet(Action action, List<End> from, List<Exchange> to) {
    int errors = report.errors();
    mutualAuth(action).ifPresent(at -> authenticated(at, from, to));
    boolean toPods = areAllPods(to);
    for (End sender : from) {
      if (!toPods && !Peers.mayBePods(sender.peer())) {
        report.add(
            Code.PC0319
                .at(sender.at(), "neither end is a pod, so that nothing enforces this")
                .withHelp("name a workload at one end"));
      }
    }
    return report.errors() == errors;
  }

  private static boolean areAllPods(List<Exchange> to) {
    for (Exchange exchange : to) {
      if (!Peers.mayBePods(exchange.receiver())) {
        return false;
      }
    }
    return true;
  }

  private void authenticated(Span at, List<End> from, List<Exchange> to) {
    // `anyone` and `cluster` hold the pod's own node, which has no identity to prove.
    boolean pods =
        from.stream().allMatch(end -> end.peer() instanceof Peer.Pods)
            && to.stream().allMatch(exchange -> exchange.receiver() instanceof Peer.Pods);
    if (pods) {
      report.add(
          Code.PC0314
              .at(at, "mutual authentication is deprecated in Cilium since 1.20")
              .withHelp("leave it out, and have traffic encrypted by WireGuard, IPsec or a mesh"));
    } else {
      report.add(
          Code.PC0315
              .at(at, "only pods authenticate each other, and one end is not pods alone")
              .withHelp("leave the condition out, or name workloads or `every pod`"));
    }
  }

  private static Optional<Span> mutualAuth(Action action) {
    List<Condition> conditions =
        switch (action) {
          case Action.Request a -> a.conditions();
          case Action.Call a -> a.conditions();
          case Action.Connect a -> a.conditions();
          case Action.Reach a -> a.conditions();
          case Action.Ping _, Action.Resolve _, Action.Use _ -> List.of();
        };
    for (Condition condition : conditions) {
      if (condition instanceof Condition.MutualAuth(var at)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
