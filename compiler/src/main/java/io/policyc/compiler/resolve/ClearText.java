package io.policyc.compiler.resolve;

import io.policyc.compiler.Code;
import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.Peer;
import io.policyc.compiler.model.PortRange;
import io.policyc.compiler.model.Workload.NamedPort;
import io.policyc.findings.Span;
import java.util.List;
import java.util.Optional;

/// Whether requests can be read on a port: it is TCP and does not speak TLS.
final class ClearText {
  private static final PortRange HTTPS = new PortRange(Protocol.TCP, 443, 443);

  private final Report report;

  ClearText(Report report) {
    this.report = report;
  }

  /// Whether they can; where they cannot, that was reported.
  ///
  /// @param known the ports that the receiver declares
  boolean fits(Peer receiver, List<NamedPort> known, PortRange range, Span at) {
    if (range.protocol() != Protocol.TCP) {
      report.add(
          Code.PC0305
              .at(at, "requests need TCP, and this is port " + Say.quote(range.toString()))
              .withHelp("write `connect to`, or name a TCP port"));
      return false;
    }
    Optional<NamedPort> tls = tls(receiver, known, range);
    if (tls.isPresent()) {
      report.add(
          Code.PC0306
              .at(at, "requests cannot be read on a port that speaks TLS")
              .withRelated(at, "port " + Say.quote(Listening.show(tls.get())) + " does")
              .withHelp(
                  "write `connect to` in place of the request, perhaps `with sni` for the server's"
                      + " name"));
    }
    return tls.isEmpty();
  }

  private static Optional<NamedPort> tls(Peer receiver, List<NamedPort> known, PortRange range) {
    return switch (receiver) {
      case Peer.Pods _ ->
          known.stream().filter(p -> p.range().overlaps(range) && isTls(p.name())).findFirst();
      case Peer.Outside _ -> https(range.overlaps(HTTPS));
      case Peer.Of(var entity) ->
          switch (entity) {
            case KUBE_APISERVER -> known.stream().findFirst();
            case WORLD -> https(range.equals(HTTPS));
            case CLUSTER, HOST, REMOTE_NODE, INGRESS -> Optional.empty();
          };
      case Peer.Anyone _ -> Optional.empty();
    };
  }

  private static Optional<NamedPort> https(boolean speaks) {
    return speaks ? Optional.of(new NamedPort("", HTTPS)) : Optional.empty();
  }

  private static boolean isTls(String name) {
    return name.startsWith("https") || name.startsWith("tls");
  }
}
