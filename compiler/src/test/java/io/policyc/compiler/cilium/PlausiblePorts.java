package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// Makes `toPorts` and `icmps` that Cilium mostly accepts.
final class PlausiblePorts extends PolicyDice {
  PlausiblePorts(SplittableRandom random) {
    super(random);
  }

  FqdnSelector name() {
    if (rare(40)) {
      return new FqdnSelector(Optional.empty(), Optional.empty());
    }
    String name =
        rare(20)
            ? pick("a..b", "*.a", "a/b", "", ".a", "x".repeat(256))
            : pick("api.example", "a.", "A_b");
    String pattern =
        rare(20)
            ? pick("a b", "*..a", "")
            : pick("*", "*.example.com", "**.example.com", "a*b.c", "**");
    return rare(80)
        ? new FqdnSelector(Optional.of(name), Optional.of(pattern))
        : rare(2) ? FqdnSelector.name(name) : FqdnSelector.pattern(pattern);
  }

  PortRule portRule(boolean ingress) {
    int layer7 = number(6);
    boolean http = layer7 == 0;
    boolean dns = layer7 == 1 && (!ingress || rare(10));
    boolean sni = layer7 == 2;
    boolean listener = layer7 == 3 && (!ingress || rare(10)) && rare(3);
    return new PortRule(
        http && !rare(10)
            ? List.of(new PortProtocol(Optional.of("80"), end(), Optional.of(Protocol.TCP)))
            : rare(60) ? manyPorts() : list(3, this::port),
        rare(20) ? Optional.of(tls()) : Optional.empty(),
        rare(30) ? Optional.of(tls()) : Optional.empty(),
        sni || rare(30) ? List.of(serverName()) : List.of(),
        listener ? Optional.of(listener()) : Optional.empty(),
        http
            ? Optional.of(
                new L7Rules(
                    Optional.of(list(2, this::http)),
                    rare(40) ? Optional.of(List.of()) : Optional.empty()))
            : dns
                ? Optional.of(L7Rules.dns(list(2, this::name)))
                : rare(60)
                    ? Optional.of(new L7Rules(Optional.empty(), Optional.empty()))
                    : Optional.empty(),
        Comments.NONE);
  }

  private Listener listener() {
    return new Listener(
        rare(2) ? Optional.of(pick(Listener.Kind.values())) : Optional.empty(),
        rare(20) ? "" : "envoy",
        rare(20) ? "" : "listener",
        rare(2)
            ? OptionalInt.of(pick(1, 50, 100, rare(5) ? 0 : 2, rare(5) ? 101 : 3))
            : OptionalInt.empty());
  }

  private String serverName() {
    return rare(8)
        ? pick("", "a..b", "***.a", "a b", "x".repeat(256))
        : pick("api.example.com", "*.example.com", "**.example.com", "a*b.c");
  }

  private List<PortProtocol> manyPorts() {
    List<PortProtocol> ports = new ArrayList<>();
    for (int i = 0; i < pick(40, 41); i++) {
      ports.add(PortProtocol.of(1000 + i, Protocol.TCP));
    }
    return ports;
  }

  PortProtocol port() {
    String port =
        rare(20)
            ? pick(
                "",
                "080",
                "65536",
                "99999",
                "6581-6586",
                "a--b",
                "-a",
                "a-name-of-16-char",
                "1_0",
                "+1",
                " 1")
            : pick("80", "53", "0", "65535", "017", "http", "Http-8080", "1a", "443");
    Protocol protocol =
        rare(50) ? pick(Protocol.values()) : pick(Protocol.TCP, Protocol.UDP, Protocol.ANY);
    return new PortProtocol(
        rare(80) ? Optional.empty() : Optional.of(port),
        end(),
        rare(4) ? Optional.empty() : Optional.of(protocol));
  }

  private OptionalInt end() {
    return rare(6)
        ? OptionalInt.of(pick(0, 90, 8080, 65535, rare(4) ? 65536 : 81, rare(4) ? -1 : 82))
        : OptionalInt.empty();
  }

  private HttpRule http() {
    return new HttpRule(
        rare(3)
            ? Optional.empty()
            : Optional.of(
                rare(8)
                    ? pick("/a(b", "(?=a)", "a{2000}", "\\\\Qa", "a**", "\\\\p{Greek}", "(?P<n>a)")
                    : pick("/api/.*", "", "/[a-z]+")),
        rare(2) ? Optional.empty() : Optional.of(pick("GET", "GET|HEAD", rare(10) ? "(" : "POST")),
        rare(4) ? Optional.of("api[.]example") : Optional.empty(),
        rare(4) ? List.of("X-A: b", "X-B") : List.of(),
        rare(5) ? List.of(headerMatch()) : List.of(),
        Comments.NONE);
  }

  private HeaderMatch headerMatch() {
    return new HeaderMatch(
        rare(10) ? "" : "X-A",
        rare(2) ? Optional.empty() : Optional.of("b"),
        rare(4)
            ? Optional.of(new SecretRef(rare(5) ? "" : "s", Optional.empty()))
            : Optional.empty(),
        rare(3) ? Optional.of(pick(HeaderMatch.Mismatch.values())) : Optional.empty());
  }

  private TlsContext tls() {
    return new TlsContext(
        new SecretRef("tls", Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  IcmpRule icmp() {
    return new IcmpRule(
        list(
            2,
            () ->
                new IcmpField(
                    rare(2) ? Optional.empty() : Optional.of(pick(IcmpField.Family.values())),
                    pick(
                        "8",
                        "0",
                        "255",
                        "EchoRequest",
                        "EchoReply",
                        rare(5) ? "PacketTooBig" : "128",
                        rare(5) ? "Nope" : "3"))));
  }
}
