package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.tests.peers.Answer.End;
import io.policyc.tests.peers.Answer.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of two policies for one endpoint (docs/decisions/0010), tried on Cilium.
///
/// `same` selectors are written alike, `wide` ones select the same peer in other words.
@RequiresEngine(Engine.CILIUM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiliumMergeFactsTest {
  private static final String SAME = "{matchLabels: {app: web}}";
  private static final String WIDE = "{matchLabels: {'k8s:io.kubernetes.pod.namespace': shop}}";
  private static final String DNS_SAME =
      "{matchLabels: {app: kube-dns, 'k8s:io.kubernetes.pod.namespace': kube-system}}";
  private static final String DNS_WIDE =
      "{matchLabels: {'k8s:io.kubernetes.pod.namespace': kube-system}}";

  private CiliumOracle cilium;

  @BeforeAll
  void start() {
    cilium = CiliumOracle.start(Engine.CILIUM);
  }

  @AfterAll
  void stop() {
    if (cilium != null) {
      cilium.close();
    }
  }

  /// `web` asks `api` on 8080 for a path that no rule names; PORT stands for the port.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fromEndpoints: [SAME], HTTP          | fromEndpoints: [OTHER], PORT         | DENIED  | http
          fromEndpoints: [SAME], HTTP          | fromEndpoints: [SAME], PORT          | ALLOWED | http
          fromEndpoints: [SAME], HTTP          | fromEndpoints: [WIDE], PORT          | ALLOWED | http
          fromEndpoints: [SAME], HTTP          | fromEndpoints: [WIDE]                | ALLOWED | http
          fromEndpoints: [SAME], HTTP          | PORT                                 | ALLOWED | http
          fromEndpoints: [SAME], HTTP          | fromEndpoints: [WIDE], RANGE         | ALLOWED | http
          fromEndpoints: [WIDE], HTTP          | fromEndpoints: [SAME], PORT          | ALLOWED | http
          fromEndpoints: [WIDE], HTTP          | fromEndpoints: [SAME]                | ALLOWED | http
          fromEntities: [all], HTTP            | fromEndpoints: [SAME], PORT          | ALLOWED | http
          fromEntities: [cluster], HTTP        | fromEndpoints: [SAME], PORT          | ALLOWED | http
          HTTP                                 | fromEndpoints: [SAME], PORT          | ALLOWED | http
          fromEndpoints: [UNLIKE], HTTP        | fromEndpoints: [SAME], PORT          | ALLOWED | none
          """)
  void http(String one, String two, Verdict verdict, String proxy) {
    check("ingress", Shop.WEB, one, two, verdict, proxy);
  }

  /// The local host, which always reaches `api`, sends what it likes where no HTTP rule means it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fromEntities: [all], HTTP            | fromEndpoints: [SAME], PORT          | ALLOWED | http
          fromEntities: [host], HTTP           | fromEntities: [host], PORT           | ALLOWED | http
          fromEndpoints: [NOTHOST], HTTP       | fromEndpoints: [SAME], PORT          | ALLOWED | none
          fromEntities: [remote-node], HTTP    | fromEndpoints: [SAME], PORT          | ALLOWED | none
          """)
  void httpFromTheNode(String one, String two, Verdict verdict, String proxy) {
    check("ingress", Shop.HOST, one, two, verdict, proxy);
  }

  private void check(
      String direction, int sender, String one, String two, Verdict verdict, String proxy) {
    String world = load("api", direction, one, two);
    var request = new Conversation.Http(sender, Shop.API, 8080, "GET", "/no", "api", Map.of());
    End end = cilium.answers(world, List.of(request)).getFirst().ingress();
    assertEquals(verdict, end.verdict());
    assertEquals(proxy, end.redirect().orElse("none"));
  }

  /// The same on egress: `web` asks 198.51.100.7, which is `api.saas.example`, for a path that no
  /// rule names.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toFQDNs: [SAAS], HTTP                | toEntities: [world], PORT
          toEntities: [world], HTTP            | toFQDNs: [SAAS], PORT
          toEntities: [world], HTTP            | toCIDR: [198.51.100.0/24]
          toCIDR: [198.51.100.0/24], HTTP      | toCIDR: [198.51.100.7/32], RANGE
          toCIDR: [198.51.100.7/32], HTTP      | toFQDNs: [SAAS], PORT
          toEntities: [all], HTTP              | toEntities: [world], PORT
          """)
  void httpToTheWorld(String one, String two) {
    String world = load("web", "egress", one, two);
    var request = new Conversation.Http(Shop.WEB, Shop.SAAS, 8080, "GET", "/no", "api", Map.of());
    End end = cilium.answers(world, List.of(request)).getFirst().egress();
    assertEquals(Verdict.ALLOWED, end.verdict());
    assertEquals("http", end.redirect().orElse("none"));
  }

  /// Authentication that one rule requires is required of the whole port, also where another
  /// selector allows it without.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fromEndpoints: [SAME], PORT, AUTH    | fromEndpoints: [SAME], PORT          | required
          fromEndpoints: [SAME], PORT, AUTH    | fromEndpoints: [WIDE], PORT          | required
          fromEndpoints: [SAME], PORT          | fromEndpoints: [WIDE], PORT, AUTH    | required
          fromEndpoints: [SAME], PORT, AUTH    | PORT                                 | required
          fromEndpoints: [SAME], PORT, AUTH    | fromEndpoints: [WIDE]                | required
          fromEndpoints: [SAME], AUTH          | fromEndpoints: [WIDE], PORT          | required
          fromEndpoints: [SAME], PORT          | fromEndpoints: [OTHER], PORT, AUTH   | none
          """)
  void authentication(String one, String two, String auth) {
    String world = load("api", "ingress", one, two);
    var packet = new Conversation.Packet(Shop.WEB, Shop.API, "TCP", 8080);
    End end = cilium.answers(world, List.of(packet)).getFirst().ingress();
    assertEquals(Verdict.ALLOWED, end.verdict());
    assertEquals(auth, end.auth().orElse("none"));
  }

  /// Which server names `web` may send to 203.0.113.9.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toCIDR: [203.0.113.0/24], SNI(a)     | toCIDR: [192.0.2.0/24], TLS          | a
          toCIDR: [203.0.113.0/24], SNI(a)     | toCIDR: [203.0.113.0/24], TLS        | a
          toCIDR: [203.0.113.0/24], SNI(a)     | toCIDR: [203.0.113.9/32], TLS        | a b no-name
          toCIDR: [203.0.113.0/24], SNI(a)     | toEntities: [world]                  | a b no-name
          toCIDR: [203.0.113.0/24], SNI(a)     | toCIDR: [203.0.113.9/32], SNI(b)     | a b
          """)
  void serverNames(String one, String two, String names) {
    String world = load("web", "egress", one, two);
    StringBuilder accepted = new StringBuilder();
    for (String name : List.of("a", "b", "no-name")) {
      String sent = name.equals("no-name") ? "" : name + ".example";
      var connection = new Conversation.Tls(Shop.WEB, Shop.OUTSIDE, 443, sent);
      if (cilium.answers(world, List.of(connection)).getFirst().allowed()) {
        accepted.append(accepted.isEmpty() ? "" : " ").append(name);
      }
    }
    assertEquals(names, accepted.toString());
  }

  /// Whether `web` may look up a name that no DNS rule holds.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toEndpoints: [DNS_SAME], NAME        | toEndpoints: [SAME]                  | DENIED
          toEndpoints: [DNS_SAME], NAME        | toEndpoints: [DNS_SAME], DNS         | ALLOWED
          toEndpoints: [DNS_SAME], NAME        | toEndpoints: [DNS_WIDE], DNS         | ALLOWED
          toEndpoints: [DNS_SAME], NAME        | DNS                                  | ALLOWED
          toEndpoints: [DNS_SAME], NAME        | toEndpoints: [DNS_SAME]              | DENIED
          toEndpoints: [DNS_SAME], NAME        | toEntities: [cluster]                | DENIED
          toEndpoints: [DNS_SAME], NAME        | toEndpoints: [DNS_WIDE], DNSRANGE    | DENIED
          """)
  void names(String one, String two, Verdict verdict) {
    String world = load("web", "egress", one, two);
    var lookup = new Conversation.Dns(Shop.WEB, Shop.KUBE_DNS, "UDP", 53, "b.example");
    assertEquals(verdict, cilium.answers(world, List.of(lookup)).getFirst().egress().verdict());
  }

  /// Conflicts disable the endpoint as a whole: every question about it is an error.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toEndpoints: [DNS_SAME], NAMETCP     | toEndpoints: [DNS_SAME], HTTP53      | cannot merge conflicting L7 parsers
          toEndpoints: [SAME], PORT, AUTH      | toEndpoints: [SAME], PORT, NOAUTH    | cannot merge conflicting authentication types
          toCIDR: [203.0.113.0/24], HTTP443    | toCIDR: [203.0.113.0/24], SNI(a)     | with SNI filtering without TLS termination
          """)
  void conflicts(String one, String two, String message) {
    String world = load("web", "egress", one, two);
    var packet = new Conversation.Packet(Shop.WEB, Shop.API, "TCP", 1);
    End end = cilium.answers(world, List.of(packet)).getFirst().egress();
    assertEquals(Verdict.ERROR, end.verdict());
    assertTrue(end.error().orElse("").contains(message), end::toString);
  }

  /// Cilium merges in the order of the policies' names, and this pair only conflicts in one order.
  @Test
  void serverNamesBeforeHttpAllowEveryRequest() {
    String world =
        load(
            "web",
            "egress",
            "toCIDR: [203.0.113.0/24], SNI(a)",
            "toCIDR: [203.0.113.0/24], HTTP443");
    var packet = new Conversation.Packet(Shop.WEB, Shop.OUTSIDE, "TCP", 443);
    End end = cilium.answers(world, List.of(packet)).getFirst().egress();
    assertEquals(Verdict.ALLOWED, end.verdict());
    String rules = cilium.networkPolicy(world, Shop.WEB).path("egress").toString();
    assertTrue(rules.contains("\"serverNames\":[\"a.example\"],\"http\":[{\"headers\":[]}"), rules);
  }

  private String load(String app, String direction, String one, String two) {
    return Shop.load(
        cilium, policy("one", app, direction, one), policy("two", app, direction, two));
  }

  private static String policy(String name, String app, String direction, String rule) {
    String spec = "endpointSelector: {matchLabels: {app: " + app + "}}, ";
    return Shop.policy(name, spec + direction + ": [{" + expand(rule) + "}]");
  }

  /// Spells out the short forms of the tables.
  private static String expand(String rule) {
    return rule.replace("NAMETCP", dns("TCP"))
        .replace("NAME", dns("ANY"))
        .replace("DNSRANGE", "toPorts: [{ports: [{port: '50', endPort: 60, protocol: UDP}]}]")
        .replace("DNS_SAME", DNS_SAME)
        .replace("DNS_WIDE", DNS_WIDE)
        .replace("DNS", ports("53", "ANY"))
        .replace("SAME", SAME)
        .replace("WIDE", WIDE)
        .replace("OTHER", "{matchLabels: {app: other}}")
        .replace("UNLIKE", "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}")
        .replace("NOTHOST", "{matchExpressions: [{key: 'reserved:host', operator: DoesNotExist}]}")
        .replace("SAAS", "{matchName: api.saas.example}")
        .replace("HTTP443", http("443"))
        .replace("HTTP53", http("53"))
        .replace("HTTP", http("8080"))
        .replace("PORT", ports("8080", "TCP"))
        .replace("TLS", ports("443", "TCP"))
        .replace("RANGE", "toPorts: [{ports: [{port: '8000', endPort: 9000, protocol: TCP}]}]")
        .replace("NOAUTH", "authentication: {mode: disabled}")
        .replace("AUTH", "authentication: {mode: required}")
        .replace("SNI(a)", serverName("a.example"))
        .replace("SNI(b)", serverName("b.example"));
  }

  private static String ports(String port, String protocol) {
    return "toPorts: [{ports: [{port: '" + port + "', protocol: " + protocol + "}]}]";
  }

  private static String http(String port) {
    return "toPorts: [{ports: [{port: '"
        + port
        + "', protocol: TCP}], rules: {http: [{path: '/ok'}]}}]";
  }

  private static String dns(String protocol) {
    return "toPorts: [{ports: [{port: '53', protocol: "
        + protocol
        + "}], rules: {dns: [{matchName: a.example}]}}]";
  }

  private static String serverName(String name) {
    return "toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: [" + name + "]}]";
  }
}
