package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Makes policies that Cilium mostly accepts, and refuses for each reason now and then.
final class PlausiblePolicies {
  private final SplittableRandom random;

  PlausiblePolicies(SplittableRandom random) {
    this.random = random;
  }

  CiliumNetworkPolicy policy() {
    return CiliumNetworkPolicy.of(Metadata.of("shop", "p" + random.nextInt(1000)), rule());
  }

  private PolicyRule rule() {
    boolean deny = rare(3);
    return new PolicyRule(
        Optional.empty(),
        rare(30) ? Optional.empty() : Optional.of(selector()),
        rare(60) ? Optional.of(selector()) : Optional.empty(),
        new DefaultDeny(rare(3) ? Optional.of(rare(2)) : Optional.empty(), Optional.empty()),
        list(1, () -> allow(true)),
        deny ? list(1, () -> deny(true)) : List.of(),
        list(1, () -> allow(false)),
        deny ? list(1, () -> deny(false)) : List.of(),
        List.of(),
        rare(20) ? Optional.of(pick("web", "a log line", "é", "x".repeat(33), "a\tb")) : none());
  }

  private AllowRule allow(boolean ingress) {
    boolean icmp = rare(6);
    return new AllowRule(
        peers(ingress, true),
        icmp && !rare(20) ? List.of() : list(2, () -> portRule(ingress)),
        icmp ? List.of(icmp()) : List.of(),
        rare(12) ? Optional.of(pick(AuthenticationMode.values())) : Optional.empty(),
        Comments.NONE);
  }

  private DenyRule deny(boolean ingress) {
    boolean icmp = rare(5);
    return new DenyRule(
        peers(ingress, false),
        icmp ? List.of() : list(2, () -> PortDenyRule.of(list(2, this::port))),
        icmp ? List.of(icmp()) : List.of(),
        Comments.NONE);
  }

  private List<Peers> peers(boolean ingress, boolean allow) {
    List<Peers> peers = new ArrayList<>();
    if (!rare(4)) {
      peers.add(peers(random.nextInt(ingress ? 6 : allow ? 8 : 7)));
    }
    if (rare(30)) {
      Peers second = peers(random.nextInt(4));
      if (peers.isEmpty() || peers.getFirst().getClass() != second.getClass()) {
        peers.add(second);
      }
    }
    return peers;
  }

  private Peers peers(int kind) {
    return switch (kind) {
      case 0 -> new Peers.Endpoints(list(2, this::selector));
      case 1 -> new Peers.Cidrs(list(2, this::cidr));
      case 2 -> new Peers.CidrSet(list(2, this::cidrRule));
      case 3 -> new Peers.Entities(list(2, () -> pick(Entity.values())));
      case 4 -> rare(12) ? new Peers.Nodes(list(1, this::selector)) : peers(0);
      case 5 -> rare(2) ? new Peers.Groups(List.of(new GroupPeer(Optional.empty()))) : peers(0);
      case 6 -> new Peers.Services(list(1, this::service));
      default -> new Peers.Fqdns(list(2, this::name));
    };
  }

  private ServicePeer service() {
    return new ServicePeer(
        Optional.of(new ServicePeer.ByName(Optional.of("db"), Optional.of("data"))),
        rare(3)
            ? Optional.of(new ServicePeer.ByLabels(selector(), Optional.empty()))
            : Optional.empty());
  }

  private EndpointSelector selector() {
    Map<String, String> labels = new TreeMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      labels.put(key(), value());
    }
    return EndpointSelector.of(labels, rare(3) ? List.of(expression()) : List.of());
  }

  private MatchExpression expression() {
    MatchExpression.Operator operator = pick(MatchExpression.Operator.values());
    boolean wanted =
        operator == MatchExpression.Operator.IN || operator == MatchExpression.Operator.NOT_IN;
    boolean given = rare(20) != wanted;
    return new MatchExpression(key(), operator, given ? List.of(value(), "x") : List.of());
  }

  private String key() {
    return rare(80)
        ? pick(
            "a:b:c",
            "-a",
            "k-s:a",
            ":a",
            "a/b/c",
            "A.b/c",
            "a b",
            "",
            "a/",
            "$host",
            "x".repeat(64))
        : pick(
            "app",
            "k8s:app",
            "any:tier",
            "io.kubernetes.pod.namespace",
            "k8s:io.kubernetes.pod.namespace",
            "app.kubernetes.io/name",
            "reserved:host",
            "x".repeat(63));
  }

  private String value() {
    return rare(80)
        ? pick("a b", "-a", "a.", "x".repeat(64), "é", "a/b")
        : pick("web", "", "a_B.c-1", "1", "x".repeat(63), "true");
  }

  private String cidr() {
    return rare(15)
        ? pick(
            "10.0.0.1",
            "10.0.0.0/33",
            "10.0.0/8",
            "::1",
            "",
            "010.0.0.0/8",
            "::/129",
            "fe80::1%a/64")
        : pick(
            "10.0.0.0/8",
            "10.1.2.3/16",
            "0.0.0.0/0",
            "::/0",
            "2001:db8::/32",
            "::ffff:1.2.3.4/120");
  }

  private CidrRule cidrRule() {
    boolean group = rare(4);
    return new CidrRule(
        group && !rare(20) ? Optional.empty() : Optional.of(cidr()),
        group ? Optional.of(pick("partners", "a.b", rare(10) ? "A" : "c")) : Optional.empty(),
        rare(20) ? Optional.of(selector()) : Optional.empty(),
        rare(3)
            ? list(2, () -> pick("10.1.0.0/16", "10.0.0.0/7", "2001:db8:1::/48", "1.2.3.4/32"))
            : List.of());
  }

  private FqdnSelector name() {
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

  private PortRule portRule(boolean ingress) {
    int layer7 = random.nextInt(6);
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

  private PortProtocol port() {
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
            ? none()
            : Optional.of(
                rare(8)
                    ? pick("/a(b", "(?=a)", "a{2000}", "\\\\Qa", "a**", "\\\\p{Greek}", "(?P<n>a)")
                    : pick("/api/.*", "", "/[a-z]+")),
        rare(2) ? none() : Optional.of(pick("GET", "GET|HEAD", rare(10) ? "(" : "POST")),
        rare(4) ? Optional.of("api[.]example") : none(),
        rare(4) ? List.of("X-A: b", "X-B") : List.of(),
        rare(5) ? List.of(headerMatch()) : List.of(),
        Comments.NONE);
  }

  private HeaderMatch headerMatch() {
    return new HeaderMatch(
        rare(10) ? "" : "X-A",
        rare(2) ? none() : Optional.of("b"),
        rare(4)
            ? Optional.of(new SecretRef(rare(5) ? "" : "s", Optional.empty()))
            : Optional.empty(),
        rare(3) ? Optional.of(pick(HeaderMatch.Mismatch.values())) : Optional.empty());
  }

  private TlsContext tls() {
    return new TlsContext(new SecretRef("tls", Optional.empty()), none(), none(), none());
  }

  private IcmpRule icmp() {
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

  private static Optional<String> none() {
    return Optional.empty();
  }

  private boolean rare(int of) {
    return random.nextInt(of) == 0;
  }

  @SafeVarargs
  private <E> E pick(E... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> List<T> list(int max, Supplier<T> make) {
    List<T> items = new ArrayList<>();
    for (int i = rare(12) ? 0 : 1 + random.nextInt(max); i > 0; i--) {
      items.add(make.get());
    }
    return items;
  }
}
