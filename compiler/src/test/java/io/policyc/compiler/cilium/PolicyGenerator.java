package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Makes policies of every shape that the records can hold, most of which Cilium would refuse.
///
/// Left out: lone surrogates, which no UTF-8 can carry.
final class PolicyGenerator {
  /// Strings that a reader of YAML could take for something else.
  static final List<String> TEXTS =
      List.of(
          "k8s:io.kubernetes.pod.namespace",
          "yes",
          "NULL",
          "~",
          "08",
          "0o10",
          "1e3",
          "0x1F",
          "1:30",
          "2026-01-01",
          ".inf",
          "<<",
          "=",
          "",
          "- a",
          "a: b",
          "a #b",
          "a:",
          "# c",
          "\"'\\",
          "line\nbreak\r\n",
          "tab\tbell\u0007nul\0",
          "ünï \u00a0\u2028\u2029\ufeff\u0085",
          "\ud83d\ude00 \udb40\udc01",
          "\u202e",
          "%YAML",
          "---",
          "...",
          "&a *a !t",
          "[]{},",
          "/api/v1/(a|b)[^/]*(\\?.*)?");

  private final SplittableRandom random;

  PolicyGenerator(long seed) {
    random = new SplittableRandom(seed);
  }

  CiliumNetworkPolicy policy() {
    return new CiliumNetworkPolicy(
        new Metadata(text(), maybe(this::text), map(), map()),
        maybe(this::rule),
        list(2, this::rule),
        comments());
  }

  private PolicyRule rule() {
    return new PolicyRule(
        maybe(this::text),
        maybe(this::selector),
        random.nextInt(10) == 0 ? maybe(this::selector) : Optional.empty(),
        new DefaultDeny(maybe(this::flag), maybe(this::flag)),
        list(3, () -> allow(true)),
        list(2, () -> deny(true)),
        list(3, () -> allow(false)),
        list(2, () -> deny(false)),
        list(2, () -> new RuleLabel(text(), maybe(this::text), maybe(this::text))),
        maybe(this::text));
  }

  private AllowRule allow(boolean ingress) {
    return new AllowRule(
        peers(ingress ? 6 : 8),
        list(3, this::portRule),
        list(2, this::icmp),
        maybe(() -> pick(AuthenticationMode.values())),
        comments());
  }

  private DenyRule deny(boolean ingress) {
    return new DenyRule(
        peers(ingress ? 6 : 7),
        list(2, () -> new PortDenyRule(list(3, this::port), comments())),
        list(2, this::icmp),
        comments());
  }

  private List<Peers> peers(int kinds) {
    List<Peers> peers = new ArrayList<>();
    for (int kind = 0; kind < kinds; kind++) {
      if (random.nextInt(kinds) == 0) {
        peers.add(peers(kind, 2));
      }
    }
    return peers;
  }

  private Peers peers(int kind, int max) {
    return switch (kind) {
      case 0 -> new Peers.Endpoints(list(max, this::selector));
      case 1 -> new Peers.Cidrs(list(max, this::text));
      case 2 -> new Peers.CidrSet(list(max, this::cidrRule));
      case 3 -> new Peers.Entities(list(max, () -> pick(Entity.values())));
      case 4 -> new Peers.Nodes(list(max, this::selector));
      case 5 -> new Peers.Groups(list(max, () -> new GroupPeer(maybe(this::aws))));
      case 6 -> new Peers.Services(list(max, this::service));
      default -> new Peers.Fqdns(list(max, this::name));
    };
  }

  private GroupPeer.Aws aws() {
    return new GroupPeer.Aws(map(), list(2, this::text), list(2, this::text), maybe(this::text));
  }

  private ServicePeer service() {
    return new ServicePeer(
        maybe(() -> new ServicePeer.ByName(maybe(this::text), maybe(this::text))),
        maybe(() -> new ServicePeer.ByLabels(selector(), maybe(this::text))));
  }

  private CidrRule cidrRule() {
    return new CidrRule(
        maybe(this::text), maybe(this::text), maybe(this::selector), list(2, this::text));
  }

  private FqdnSelector name() {
    return new FqdnSelector(maybe(this::text), maybe(this::text));
  }

  private EndpointSelector selector() {
    return new EndpointSelector(
        map(),
        list(
            2,
            () ->
                new MatchExpression(
                    text(), pick(MatchExpression.Operator.values()), list(2, this::text))));
  }

  private PortRule portRule() {
    return new PortRule(
        list(3, this::port),
        maybe(this::tls),
        maybe(this::tls),
        list(2, this::text),
        maybe(
            () ->
                new Listener(
                    maybe(() -> pick(Listener.Kind.values())),
                    text(),
                    text(),
                    maybe(this::number).map(OptionalInt::of).orElse(OptionalInt.empty()))),
        maybe(
            () -> new L7Rules(maybe(() -> list(2, this::http)), maybe(() -> list(2, this::name)))),
        comments());
  }

  private PortProtocol port() {
    return new PortProtocol(
        maybe(() -> flag() ? Integer.toString(number()) : text()),
        maybe(this::number).map(OptionalInt::of).orElse(OptionalInt.empty()),
        maybe(() -> pick(Protocol.values())));
  }

  private IcmpRule icmp() {
    return new IcmpRule(
        list(
            2,
            () ->
                new IcmpField(
                    maybe(() -> pick(IcmpField.Family.values())),
                    flag() ? Integer.toString(number()) : text())));
  }

  private TlsContext tls() {
    return new TlsContext(secret(), maybe(this::text), maybe(this::text), maybe(this::text));
  }

  private SecretRef secret() {
    return new SecretRef(text(), maybe(this::text));
  }

  private HttpRule http() {
    return new HttpRule(
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        list(2, this::text),
        list(
            2,
            () ->
                new HeaderMatch(
                    text(),
                    maybe(this::text),
                    maybe(this::secret),
                    maybe(() -> pick(HeaderMatch.Mismatch.values())))),
        comments());
  }

  private Comments comments() {
    return new Comments(list(2, this::text));
  }

  private SortedMap<String, String> map() {
    SortedMap<String, String> map = new TreeMap<>();
    list(2, this::text).forEach(key -> map.put(key, text()));
    return map;
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private int number() {
    return random.nextInt(70_000);
  }

  private boolean flag() {
    return random.nextBoolean();
  }

  private <E> E pick(E[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> make) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(make.get());
  }

  private <T> List<T> list(int max, Supplier<T> make) {
    List<T> items = new ArrayList<>();
    for (int i = random.nextInt(max + 1); i > 0; i--) {
      items.add(make.get());
    }
    return items;
  }

  /// A policy that Cilium may well accept: each field has values of its own, few of them wrong.
  CiliumNetworkPolicy plausible() {
    return new PlausiblePolicies(random.split()).policy();
  }
}
