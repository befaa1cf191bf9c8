package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumVersion;
import io.policyc.compiler.cilium.EndpointSelector;
import io.policyc.compiler.cilium.Entity;
import io.policyc.compiler.cilium.FqdnSelector;
import io.policyc.compiler.cilium.Peers;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentence;
import io.policyc.compiler.model.NamespaceScope;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Adds what closed pods need to find what they may reach: queries to the cluster's DNS servers.
final class DnsPlanner {
  static final String ASKING =
      "DNS: without it nothing that is granted could be found by its name.";
  static final String EVERY_NAME =
      "Every name: what it may reach includes addresses that no name is known of.";
  static final String ANYTHING =
      "Every name: the sentence opens this port to these peers, whatever is asked.";
  static final String ANSWERING = "DNS: these pods ask for names here.";

  /// Closed pods that may send.
  ///
  /// @param within the closed workload that they are part of, or the same pods
  record Sender(Subject pods, Subject within) {
    static Sender of(Subject pods) {
      return new Sender(pods, pods);
    }
  }

  /// What closed pods may ask for beyond the cluster's own names.
  private static final class Want {
    private final SortedSet<String> names = new TreeSet<>();
    private final Causes causes = new Causes();
    private boolean everything;

    boolean covers(Want other) {
      return everything || (!other.everything && names.containsAll(other.names));
    }
  }

  private final Settings.Cilium settings;
  private final Groups groups;
  private final Plan plan;
  private final DnsNames names;
  private final Report report;
  private final Map<Sender, Want> wants = new LinkedHashMap<>();

  DnsPlanner(Settings.Cilium settings, Groups groups, Plan plan, Report report) {
    this.report = report;
    this.settings = settings;
    this.groups = groups;
    this.plan = plan;
    this.names = new DnsNames(settings);
  }

  /// Notes that these pods may send to a receiver.
  ///
  /// @param pass what their rule lets pass
  /// @param guard what both ends together let pass
  void send(List<Sender> senders, Peer receiver, Pass pass, Pass guard, Sentence sentence) {
    if (!senders.isEmpty()) {
      tellAuthentication(receiver, guard, sentence);
    }
    for (Settings.DnsServer server : settings.dns()) {
      if (DnsServers.isProxiedOtherwise(pass, server) && !senders.isEmpty()) {
        tellClash(receiver, server, sentence);
      }
      List<PortRange> open = DnsServers.openPorts(pass, server);
      if (!open.isEmpty() && DnsServers.mayMean(receiver, server)) {
        senders.forEach(sender -> askAnything(sender.pods(), receiver, open, sentence));
      }
    }
    switch (receiver) {
      case Peer.Outside(var external) -> want(senders, external.hosts(), sentence);
      case Peer.Anyone _ -> wantEverything(senders, sentence);
      case Peer.Of(var entity) -> {
        if (entity == Peer.Entity.WORLD) {
          wantEverything(senders, sentence);
        } else {
          want(senders, List.of(), sentence);
        }
      }
      case Peer.Pods _ -> want(senders, List.of(), sentence);
    }
  }

  /// Notes that these pods may ask for names.
  void resolve(List<Sender> senders, List<String> asked, Sentence sentence) {
    if (asked.contains("**")) {
      wantEverything(senders, sentence);
    } else {
      want(senders, asked, sentence);
    }
  }

  // Cilium decides for one proxy: queries would go to Envoy, or requests to the DNS proxy.
  private void tellClash(Peer receiver, Settings.DnsServer server, Sentence sentence) {
    if (receiver instanceof Peer.Anyone || DnsServers.mayMean(receiver, server)) {
      report.add(
          Code.PC0406
              .at(
                  sentence.span(),
                  "this cannot be enforced together with the DNS rules that policyc adds: they"
                      + " look into the traffic in different ways for the same peers and port")
              .withHelp("use another port"));
    }
  }

  // Queries go to the DNS proxy, which knows no rules but those of that very port: without this one
  // it would refuse to these peers what the sentence lets pass.
  private void askAnything(Subject pods, Peer receiver, List<PortRange> ports, Sentence sentence) {
    plan.side(pods, Direction.EGRESS)
        .add(
            PeerFields.of(receiver, pods.namespace()),
            new Pass.Queries(ports, DnsNames.everything()),
            Causes.of(sentence).addAll(Causes.because(ANYTHING)));
  }

  // Cilium would demand it of the queries, too.
  private void tellAuthentication(Peer receiver, Pass guard, Sentence sentence) {
    if (settings.dns().stream()
        .anyMatch(
            server ->
                DnsServers.isAuthenticated(guard, server)
                    && DnsServers.mayMean(receiver, server))) {
      report.add(
          Code.PC0406
              .at(
                  sentence.span(),
                  "this demands authentication of the DNS queries that policyc adds, too: they go"
                      + " to the same peers and port")
              .withHelp("name receivers or ports that are not those of the DNS servers"));
    }
  }

  private void want(List<Sender> senders, List<String> asked, Sentence sentence) {
    for (Sender sender : senders) {
      Want want = wants.computeIfAbsent(sender, s -> new Want());
      want.names.addAll(asked);
      if (!asked.isEmpty()) {
        want.causes.addAll(Causes.of(sentence));
      }
    }
  }

  private void wantEverything(List<Sender> senders, Sentence sentence) {
    for (Sender sender : senders) {
      Want want = wants.computeIfAbsent(sender, s -> new Want());
      want.everything = true;
      want.causes.addAll(Causes.of(sentence)).addAll(Causes.because(EVERY_NAME));
    }
  }

  /// Writes the queries, and at DNS servers that are closed themselves that they may be received.
  void finish() {
    wants.forEach(
        (sender, want) -> {
          Want whole = wants.get(Sender.of(sender.within()));
          boolean said = whole != null && whole != want && whole.covers(want);
          if (!said) {
            tellDepth(want);
            settings.dns().forEach(server -> ask(sender.pods(), want, server));
          }
        });
  }

  private void tellDepth(Want want) {
    if (!want.everything && !settings.version().atLeast(CiliumVersion.V1_19)) {
      report.add(
          Code.PC0403
              .of(
                  "Cilium "
                      + settings.version().text()
                      + " has no pattern for names of any depth: those below `"
                      + settings.domain()
                      + "` are let through to "
                      + DnsNames.DEPTH
                      + " labels")
              .withHelp("set `version` in policyc.toml once the cluster runs 1.19"));
    }
  }

  private void ask(Subject pods, Want want, Settings.DnsServer server) {
    List<FqdnSelector> asked = want.everything ? DnsNames.everything() : names.with(want.names);
    Causes causes = new Causes().addAll(want.causes).addAll(Causes.because(ASKING));
    plan.side(pods, Direction.EGRESS)
        .add(
            List.of(peer(server, pods.namespace())),
            new Pass.Queries(DnsServers.ports(server), asked),
            causes);
    if (server instanceof Settings.DnsServer.Pods answering) {
      Piece piece = new Piece(answering.namespace(), DnsServers.selection(answering), List.of());
      answer(piece, pods, server);
    }
  }

  private void answer(Piece servers, Subject pods, Settings.DnsServer server) {
    for (Subject closed : groups.closedHere(servers, Direction.INGRESS)) {
      EndpointSelector peer = Selectors.peer(pods, closed.namespace());
      plan.side(closed, Direction.INGRESS)
          .add(
              List.of(PeerFields.endpoints(peer)),
              Pass.Ports.of(DnsServers.ports(server)),
              Causes.because(ANSWERING));
    }
  }

  private static Peers peer(Settings.DnsServer server, String own) {
    return switch (server) {
      case Settings.DnsServer.Pods pods ->
          PeerFields.endpoints(
              Selectors.peer(
                  new NamespaceScope.One(pods.namespace()), DnsServers.selection(pods), own));
      case Settings.DnsServer.Entity entity ->
          new Peers.Entities(List.of(Entity.of(entity.entity()).orElseThrow()));
    };
  }
}
