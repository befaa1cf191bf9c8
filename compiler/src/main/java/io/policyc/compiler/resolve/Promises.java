package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.ast.Action;
import io.policyc.compiler.ast.Party;
import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.ast.Word;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.Promise;
import io.policyc.findings.Span;
import java.util.ArrayList;
import java.util.List;

/// `never web may reach db`, `expect web can GET /api/v1/items?page=2 on backend`
final class Promises {
  private final Report report;
  private final Senders senders;
  private final Exchanges exchanges;
  private final Interfaces interfaces;
  private final Hosts hosts;
  private final Nobody nobody;
  private final LocalNode localNode;
  private final Pairs pairs;
  private final List<Promise> promises = new ArrayList<>();

  Promises(Report report, Senders senders, Exchanges exchanges, Hosts hosts, Pairs pairs) {
    this.report = report;
    this.senders = senders;
    this.exchanges = exchanges;
    this.interfaces = new Interfaces(report);
    this.hosts = hosts;
    this.nobody = new Nobody(report);
    this.localNode = new LocalNode(report);
    this.pairs = pairs;
  }

  /// What was promised so far, in the order of the text.
  List<Promise> promises() {
    return promises;
  }

  void read(Statement.Never sentence, Home home) {
    Parties.In in = new Parties.In(home, true);
    int errors = report.errors();
    localNode.refuse(sentence.senders());
    List<Promise.Claim> claims =
        claims(sentence.senders(), sentence.action(), in, false, sentence.span());
    if (report.errors() == errors) {
      report.add(
          Code.PC0601
              .at(sentence.span(), "this version does not prove promises: this one is unproved")
              .withHelp("look at the emitted policies until a version proves it"));
      promises.add(new Promise(Promise.Kind.NEVER, claims, Origins.of(sentence)));
    }
  }

  void read(Statement.Expect sentence, Home home) {
    Parties.In in = new Parties.In(home, true);
    int errors = report.errors();
    boolean none = sentence.senders().stream().anyMatch(Party.Nobody.class::isInstance);
    boolean can = sentence.can() && !none;
    notTwice(sentence, none);
    if (!can) {
      localNode.refuse(sentence.senders());
    }
    List<Promise.Claim> claims =
        claims(sentence.senders(), sentence.action(), in, true, sentence.span());
    if (report.errors() == errors) {
      report.add(
          Code.PC0602
              .at(sentence.span(), "this version does not try expectations: this one is untried")
              .withHelp("look at the emitted policies until a version tries it"));
      Promise.Kind kind = can ? Promise.Kind.EXPECT_CAN : Promise.Kind.EXPECT_CANNOT;
      promises.add(new Promise(kind, claims, Origins.of(sentence)));
    }
  }

  private void notTwice(Statement.Expect sentence, boolean none) {
    if (none && (!sentence.can() || sentence.senders().size() > 1)) {
      report.add(
          Code.PC0609
              .at(sentence.senders().getFirst().span(), "`nobody` stands alone, and before `can`")
              .withHelp("write `expect nobody can …`, or `expect anyone can …`"));
    }
  }

  private List<Promise.Claim> claims(
      List<Party> from, Action action, Parties.In in, boolean query, Span sentence) {
    nobody.refuse(action);
    return switch (action) {
      case Action.Resolve(var names, _) -> resolves(from, names, in);
      case Action.Use(var names, _) -> uses(from, names, in);
      case Action.Request _, Action.Call _, Action.Connect _, Action.Reach _, Action.Ping _ ->
          passes(senders.of(from, in), exchanges.of(action, in, query), sentence);
    };
  }

  private List<Promise.Claim> resolves(List<Party> from, List<Word> names, Parties.In in) {
    List<String> patterns =
        names.stream().flatMap(n -> hosts.check(n, Hosts.Use.RESOLVED).stream()).toList();
    List<Promise.Claim> claims = new ArrayList<>();
    for (Peer.Pods sender : senders.pods(from, in, "resolve names")) {
      claims.add(new Promise.Claim.Resolves(sender, patterns));
    }
    return claims;
  }

  private List<Promise.Claim> uses(List<Party> from, List<Word> names, Parties.In in) {
    List<String> checked = interfaces.check(names);
    List<Promise.Claim> claims = new ArrayList<>();
    for (Peer.Pods sender : senders.pods(from, in, "use interfaces")) {
      claims.add(new Promise.Claim.Uses(sender, checked));
    }
    return claims;
  }

  private List<Promise.Claim> passes(List<End> from, List<Exchange> to, Span sentence) {
    List<Promise.Claim> claims = new ArrayList<>();
    if (pairs.admit(from.size(), to.size(), sentence)) {
      for (End sender : from) {
        for (Exchange x : to) {
          claims.add(new Promise.Claim.Passes(sender.peer(), x.receiver(), x.conversation()));
        }
      }
    }
    return claims;
  }
}
