package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.Code;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Pairs of policies that Cilium can or can't merge (line 2c).
class ConflictsTest {
  private static CiliumNetworkPolicy policy(String namespace, String name, String spec) {
    String text =
        """
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata: {name: %s, namespace: %s}
        spec: %s
        """
            .formatted(name, namespace, spec);
    Checked<List<CiliumNetworkPolicy>> read =
        CiliumYamlReader.read(new Source(name + ".yaml", expand(text)));
    assertEquals(List.of(), read.findings());
    return read.value().getFirst();
  }

  private static String expand(String text) {
    return text.replace("WEB", "endpointSelector: {matchLabels: {app: web}}")
        .replace("API", "endpointSelector: {matchLabels: {app: api}}")
        .replace("EVERY", "endpointSelector: {}")
        .replace("TCP80", "ports: [{port: \"80\", protocol: TCP}]")
        .replace("ANY80", "ports: [{port: \"80\"}]")
        .replace("HTTP", "rules: {http: [{method: GET}]}")
        .replace("DNS", "rules: {dns: [{matchName: a}]}")
        .replace("SNI", "serverNames: [a.example]")
        .replace("TLS1", "terminatingTLS: {secret: {name: a}}")
        .replace("TLS2", "terminatingTLS: {secret: {name: b}}")
        .replace("LISTEN1", "listener: {envoyConfig: {name: a}, name: l, priority: 1}")
        .replace("LISTEN2", "listener: {envoyConfig: {name: b}, name: l, priority: 1}")
        .replace("LISTEN3", "listener: {envoyConfig: {name: b}, name: l, priority: 2}")
        .replace("DB", "toEndpoints: [{matchLabels: {app: db}}]")
        .replace("REQUIRED", "authentication: {mode: required}")
        .replace("DISABLED", "authentication: {mode: disabled}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          first | second | kind
          {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80}]}]} | none
          {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, DNS}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | {WEB, egress: [{DB, toPorts: [{ANY80, DNS}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | {EVERY, egress: [{DB, toPorts: [{TCP80, DNS}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | {API, egress: [{DB, toPorts: [{TCP80, DNS}]}]} | none
          {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, LISTEN1}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, SNI}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{TCP80, TLS1}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | none
          {WEB, egress: [{DB, toPorts: [{ports: [{port: "80", endPort: 81}], DNS}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | none
          {WEB, egress: [{DB, toPorts: [{ports: [{port: "0120"}], DNS}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{ports: [{port: Web}], DNS}]}]} | {WEB, egress: [{DB, toPorts: [{ports: [{port: web, protocol: TCP}], HTTP}]}]} | PARSERS
          {WEB, egress: [{toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toEntities: [all], toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | none
          {WEB, egress: [{toEntities: [cluster], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toEntities: [host], toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{toEndpoints: [], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toPorts: [{TCP80, HTTP}]}]} | none
          {WEB, egress: [{toFQDNs: [], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{toFQDNs: [{matchName: a}], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toFQDNs: [{matchName: a}], toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{toFQDNs: [{matchName: a}], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toFQDNs: [{matchName: b}], toPorts: [{TCP80, HTTP}]}]} | none
          {WEB, egress: [{toEndpoints: [{matchLabels: {app: db, "k8s:io.kubernetes.pod.namespace": shop}}], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{toEndpoints: [{matchLabels: {app: db, "k8s:io.kubernetes.pod.namespace": data}}], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | none
          {WEB, egress: [{toCIDR: [10.0.0.0/8], toPorts: [{TCP80, DNS}]}]} | {WEB, egress: [{toCIDRSet: [{cidr: 10.0.0.0/8}], toPorts: [{TCP80, HTTP}]}]} | PARSERS
          {WEB, egress: [{DB, toPorts: [{TCP80}], REQUIRED}]} | {WEB, egress: [{DB, toPorts: [{TCP80}], DISABLED}]} | AUTHENTICATION
          {WEB, egress: [{DB, toPorts: [{TCP80}], REQUIRED}]} | {WEB, egress: [{DB, toPorts: [{TCP80}]}]} | AUTH_DEMANDED
          {WEB, egress: [{DB, REQUIRED}]} | {WEB, egress: [{DB}]} | AUTH_DEMANDED
          {WEB, egress: [{DB, icmps: [{fields: [{type: 8}]}], REQUIRED}]} | {WEB, egress: [{DB, icmps: [{fields: [{type: 8, family: IPv4}]}]}]} | AUTH_DEMANDED
          {WEB, egress: [{DB, toPorts: [{TCP80}], REQUIRED}]} | {WEB, ingress: [{fromEndpoints: [{matchLabels: {app: db}}], toPorts: [{TCP80}]}]} | none
          {WEB, egress: [{DB, toPorts: [{TCP80, TLS1}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, TLS2}]}]} | TLS_CONTEXTS
          {WEB, egress: [{DB, toPorts: [{TCP80, LISTEN1}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, LISTEN2}]}]} | LISTENERS
          {WEB, egress: [{DB, toPorts: [{TCP80, LISTEN1}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, LISTEN3}]}]} | none
          {WEB, egress: [{DB, toPorts: [{TCP80, SNI}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | SNI_WITH_L7
          {WEB, egress: [{DB, toPorts: [{TCP80, SNI, TLS1}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80, HTTP}]}]} | SNI_DEMANDED
          {WEB, egress: [{DB, toPorts: [{TCP80, SNI}]}]} | {WEB, egress: [{DB, toPorts: [{TCP80}]}]} | SNI_DEMANDED
          {WEB, egress: [{DB, toPorts: [{TCP80, SNI}]}]} | {WEB, egressDeny: [{DB, toPorts: [{TCP80}]}]} | none
          {WEB, egress: [{DB, toPorts: [{TCP80, SNI}, {TCP80}]}]} | {API, ingress: [{}]} | SNI_DEMANDED
          """)
  void findsWhatGoesWrongWhenMerged(String first, String second, String kind) {
    CiliumNetworkPolicy a = policy("shop", "a", first);
    CiliumNetworkPolicy b = policy("shop", "b", second);
    assertEquals(kind, kinds(Conflicts.find(List.of(a, b))));
    assertEquals(kind, kinds(Conflicts.find(List.of(b, a))));
    CiliumNetworkPolicy elsewhere = policy("other", "b", second);
    boolean alone = !Conflicts.find(List.of(a)).isEmpty();
    assertEquals(alone ? kind : "none", kinds(Conflicts.find(List.of(a, elsewhere))));
  }

  // TCP, UDP and SCTP of one entry, or several peers, say the same thing more than once.
  private static String kinds(List<Conflict> conflicts) {
    List<String> kinds = conflicts.stream().map(c -> c.kind().name()).distinct().toList();
    return kinds.isEmpty() ? "none" : String.join(",", kinds);
  }

  @Test
  void namesBothPlaces() {
    CiliumNetworkPolicy a = policy("shop", "a", "{WEB, egress: [{DB, toPorts: [{TCP80, SNI}]}]}");
    CiliumNetworkPolicy b = policy("shop", "b", "{EVERY, egress: [{}, {DB, toPorts: [{TCP80}]}]}");
    Conflict conflict = Conflicts.find(List.of(a, b)).getFirst();
    assertEquals(
        "`spec.egress[0].toPorts[0]` of `shop/a` and `spec.egress[1].toPorts[0]` of `shop/b` differ"
            + " in server names, which are then asked of both for the same peer, port and pod",
        conflict.finding().message());
    assertEquals(Code.PC0710.name(), conflict.finding().rule());
    assertEquals(1, conflict.second().policy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          first | second | possible
          {} | {} | true
          {matchLabels: {a: x}} | {matchLabels: {a: x, b: y}} | true
          {matchLabels: {a: x}} | {matchLabels: {a: y}} | false
          {matchLabels: {a: x}} | {matchLabels: {"k8s:a": y}} | false
          {matchLabels: {a: x}} | {matchLabels: {b: y}} | true
          {matchLabels: {a: x}} | {matchExpressions: [{key: a, operator: In, values: [x, y]}]} | true
          {matchLabels: {a: x}} | {matchExpressions: [{key: a, operator: In, values: [y, z]}]} | false
          {matchLabels: {a: x}} | {matchExpressions: [{key: a, operator: NotIn, values: [x]}]} | false
          {matchLabels: {a: x}} | {matchExpressions: [{key: a, operator: NotIn, values: [y]}]} | true
          {matchLabels: {a: x}} | {matchExpressions: [{key: a, operator: DoesNotExist}]} | false
          {matchLabels: {a: x}} | {matchExpressions: [{key: a, operator: Exists}]} | true
          {matchExpressions: [{key: a, operator: In, values: [x, y]}]} | {matchExpressions: [{key: a, operator: NotIn, values: [y]}]} | true
          {matchExpressions: [{key: a, operator: In, values: [x, y]}]} | {matchExpressions: [{key: a, operator: NotIn, values: [y, x]}]} | false
          {matchExpressions: [{key: a, operator: In, values: [x, y]}]} | {matchExpressions: [{key: a, operator: DoesNotExist}]} | false
          {matchExpressions: [{key: a, operator: Exists}]} | {matchExpressions: [{key: a, operator: DoesNotExist}]} | false
          {matchExpressions: [{key: a, operator: NotIn, values: [x]}]} | {matchExpressions: [{key: a, operator: DoesNotExist}]} | true
          {matchExpressions: [{key: a, operator: NotIn, values: [x]}]} | {matchExpressions: [{key: a, operator: NotIn, values: [x]}]} | true
          """)
  void selectorsExcludeEachOtherByALabel(String first, String second, boolean possible) {
    EndpointSelector a = selector(first);
    EndpointSelector b = selector(second);
    assertEquals(possible, Overlap.possible(a, b));
    assertEquals(possible, Overlap.possible(b, a));
  }

  private static EndpointSelector selector(String text) {
    String spec = "{endpointSelector: " + text + ", ingress: [{}]}";
    return policy("shop", "x", spec).spec().orElseThrow().endpointSelector().orElseThrow();
  }

  @Test
  void manyPoliciesOfOneNamespaceAreNotComparedPairByPair() {
    List<CiliumNetworkPolicy> policies = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      AllowRule rule =
          AllowRule.of(new Peers.Entities(List.of(Entity.WORLD)))
              .withPorts(List.of(PortRule.of(List.of(PortProtocol.of(443, Protocol.TCP)))));
      AllowRule authentic =
          i % 2 == 0 ? rule : rule.withAuthentication(AuthenticationMode.REQUIRED);
      EndpointSelector pods = EndpointSelector.labels(Map.of("app", "a" + i, "all", "shop"));
      policies.add(
          CiliumNetworkPolicy.of(
              Metadata.of("shop", "a" + i),
              PolicyRule.about(pods).withIngress(List.of(authentic), List.of())));
    }
    assertEquals(List.of(), Conflicts.find(policies));
    policies.add(policies.get(1));
    policies.add(policies.get(2));
    assertEquals(List.of(), Conflicts.find(policies));
    PolicyRule every = PolicyRule.about(EndpointSelector.EMPTY);
    policies.add(
        CiliumNetworkPolicy.of(
            Metadata.of("shop", "every"),
            every.withIngress(policies.getFirst().spec().orElseThrow().ingress(), List.of())));
    assertEquals(1, Conflicts.find(policies).size());
  }
}
