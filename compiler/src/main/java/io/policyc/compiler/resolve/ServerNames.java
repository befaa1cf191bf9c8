package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Peer;
import io.policyc.findings.Finding;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// The TLS server names of a sentence, at each of its receivers.
final class ServerNames {
  private final Report report;
  private final Optional<Terms.ServerName> sni;

  ServerNames(Report report, Optional<Terms.ServerName> sni) {
    this.report = report;
    this.sni = sni;
  }

  /// The names; none where the sentence asks for none, or asks for what is wrong, which was
  /// reported.
  List<String> at(Target target) {
    if (sni.isEmpty() || !isTcp(target, sni.get().at())) {
      return List.of();
    }
    Terms.ServerName asked = sni.get();
    return asked.name().map(List::of).orElseGet(() -> hosts(target.receiver(), asked.at()));
  }

  private boolean isTcp(Target target, Span at) {
    boolean tcp = target.ports().stream().allMatch(range -> range.protocol() == Protocol.TCP);
    if (!tcp) {
      report.add(
          Code.PC0311
              .at(at, "a server name is what TLS says, and TLS needs TCP")
              .withHelp("name TCP ports only, or leave out `with sni`"));
    }
    return tcp;
  }

  private List<String> hosts(Peer receiver, Span at) {
    List<String> hosts =
        receiver instanceof Peer.Outside(var external) ? external.hosts() : List.of();
    if (hosts.isEmpty()) {
      Finding finding =
          Code.PC0313
              .at(at, "the receiver has no host that the server could be named by")
              .withHelp("write the name: `with sni api.example.com`");
      report.add(
          receiver instanceof Peer.Outside(var external)
              ? finding.withRelated(external.declared(), "declared here")
              : finding);
    }
    return hosts;
  }
}
