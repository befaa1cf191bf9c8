package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.tests.peers.Answer.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Facts at layer 7 that the compiler relies on (docs/decisions/0010), each tried on Cilium.
@RequiresEngine({Engine.CILIUM_1_18, Engine.CILIUM_1_19, Engine.CILIUM})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiliumL7FactsTest {
  private CiliumOracle eighteen;
  private CiliumOracle nineteen;
  private CiliumOracle cilium;

  @BeforeAll
  void start() {
    eighteen = CiliumOracle.start(Engine.CILIUM_1_18);
    nineteen = CiliumOracle.start(Engine.CILIUM_1_19);
    cilium = CiliumOracle.start(Engine.CILIUM);
  }

  @AfterAll
  void stop() {
    // A skipped start leaves some of them unset.
    Stream.of(eighteen, nineteen, cilium).filter(Objects::nonNull).forEach(CiliumOracle::close);
  }

  /// What Envoy is told about a `headers` entry.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          X-Tenant: acme corp|{"name":"X-Tenant","exact":"acme corp"}
          X-Tenant:  two|{"name":"X-Tenant","exact":" two"}
          X-Tenant acme|{"name":"X-Tenant","exact":"acme"}
          X-Tenant|{"name":"X-Tenant","present":true}
          X-Tenant:acme|{"name":"X-Tenant:acme","present":true}
          """)
  void headers(String entry, String matcher) {
    String world = Shop.load(cilium, http("api", "ingress", "headers: ['" + entry + "']"));
    String rule =
        cilium.networkPolicy(world, Shop.API).path("ingress").path(1).path("rules").toString();
    assertEquals(
        "[" + matcher + "]",
        rule.substring(rule.indexOf("\"headers\":") + 10, rule.lastIndexOf("}]}]")));
  }

  private static String http(String app, String direction, String match) {
    return Shop.policyFor(
        app,
        direction
            + ": [{toPorts: [{ports: [{port: '8000', endPort: 8100, protocol: TCP}], rules: {http:"
            + " [{"
            + match
            + "}]}}]}]");
  }

  /// A whole value must match, on every port of a range, at either end, whoever the peer is.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          path: '/ok'                   | 8000 | GET  | /ok      | api      | ALLOWED
          path: '/ok'                   | 8100 | GET  | /ok      | api      | ALLOWED
          path: '/ok'                   | 8050 | GET  | /ok?a=b  | api      | DENIED
          path: '/ok'                   | 8050 | GET  | /ok/     | api      | DENIED
          path: '/ok'                   | 8050 | GET  | /not/ok  | api      | DENIED
          path: '/ok'                   | 8101 | GET  | /ok      | api      | DENIED
          method: '[A-Z]{3,4}'         | 8050 | HEAD | /        | api      | ALLOWED
          method: 'GET'                 | 8050 | HEAD | /        | api      | DENIED
          host: 'api'                   | 8050 | GET  | /        | api:8050 | DENIED
          """)
  void requests(String match, int port, String method, String path, String host, Verdict verdict) {
    var atReceiver = new Conversation.Http(Shop.WEB, Shop.API, port, method, path, host, Map.of());
    String world = Shop.load(cilium, http("api", "ingress", match));
    assertEquals(verdict, ask(world, atReceiver).ingress().verdict());
    var toOutside =
        new Conversation.Http(Shop.WEB, Shop.OUTSIDE, port, method, path, host, Map.of());
    world = Shop.load(cilium, http("web", "egress", match));
    assertEquals(verdict, ask(world, toOutside).egress().verdict());
  }

  /// L7 rules that close nothing let everything through; a closing rule makes them count.
  @ParameterizedTest
  @CsvSource({"false, ALLOWED", "true, DENIED"})
  void withoutDefaultDeny(boolean closed, Verdict verdict) {
    String open =
        Shop.policyFor(
            "web",
            "enableDefaultDeny: {egress: false}, egress: [{toEntities: [cluster], toPorts: [{ports:"
                + " [{port: '53', protocol: ANY}], rules: {dns: [{matchName: a.example}]}}]}]");
    String other = Shop.policyFor(closed ? "web" : "api", "egress: [{}]");
    var lookup = new Conversation.Dns(Shop.WEB, Shop.KUBE_DNS, "UDP", 53, "b.example");
    assertEquals(verdict, ask(Shop.load(cilium, open, other), lookup).egress().verdict());
  }

  /// Which names a `matchPattern` covers, in 1.18, 1.19 and 1.20.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *.example   | example       | false | false | false
          *.example   | a.example     | true  | true  | true
          *.example   | a.b.example   | false | false | false
          **.example  | example       | false | false | false
          **.example  | a.example     | true  | true  | true
          **.example  | a.b.example   | false | true  | true
          *a.example  | a.example     | true  | true  | true
          a.*.example | a.b.c.example | false | false | false
          *           | a.b.example   | true  | true  | true
          **          | a.b.example   | false | true  | true
          """)
  void patterns(String pattern, String name, boolean on18, boolean on19, boolean on20) {
    assertEquals(on18, eighteen.nameMatches(pattern, name), "1.18");
    assertEquals(on19, nineteen.nameMatches(pattern, name), "1.19");
    assertEquals(on20, cilium.nameMatches(pattern, name), "1.20");
  }

  /// An address that was looked up is reached through the rules for its name, and for the world.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toFQDNs: [{matchName: api.saas.example}]       | ALLOWED | DENIED
          toFQDNs: [{matchPattern: '*.saas.example'}]    | ALLOWED | DENIED
          toFQDNs: [{matchPattern: '**.saas.example'}]   | ALLOWED | ALLOWED
          toEntities: [world]                            | ALLOWED | ALLOWED
          toCIDR: [198.51.100.7/32]                      | ALLOWED | DENIED
          """)
  void addresses(String rule, Verdict saas, Verdict deep) {
    String world = Shop.load(cilium, Shop.policyFor("web", "egress: [{" + rule + "}]"));
    var first = new Conversation.Packet(Shop.WEB, Shop.SAAS, "TCP", 443);
    var second = new Conversation.Packet(Shop.WEB, Shop.DEEP_SAAS, "TCP", 443);
    assertEquals(saas, ask(world, first).egress().verdict());
    assertEquals(deep, ask(world, second).egress().verdict());
  }

  private Answer ask(String world, Conversation conversation) {
    return cilium.answers(world, List.of(conversation)).getFirst();
  }
}
