package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each line of what the API server's schema (2a) and Cilium's `Rule.Sanitize` (2b) refuse, tried
/// on the smallest policy that has nothing else wrong.
class SanitizeTest {
  private static final RegexRules REGEXES =
      text -> text.contains("(?=") ? Optional.of("is no RE2") : Optional.empty();

  private static Checked<List<CiliumNetworkPolicy>> read(String document) {
    return CiliumYamlReader.read(new Source("x.yaml", document));
  }

  private static String expand(String document) {
    return document
        .replace("PORTS41", "{port: \"1\"},".repeat(41))
        .replace("ICMP41", "{type: 1},".repeat(41))
        .replace("L64", "x".repeat(64))
        .replace("L62", "x".repeat(62))
        .replace("L33", "x".repeat(33))
        .replace("N256", "x".repeat(256));
  }

  /// The policy of a row, from its spec or from its metadata on.
  static String document(String spec) {
    String head = "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\n";
    return expand(
        spec.startsWith("metadata")
            ? head + spec.replace("; ", "\n")
            : head + "metadata: {name: x, namespace: shop}\nspec: " + spec);
  }

  private static List<Violation> violations(String spec, String version, ClusterFlags flags) {
    Checked<List<CiliumNetworkPolicy>> read = read(document(spec));
    assertEquals(List.of(), read.findings());
    CiliumVersion aimedAt = CiliumVersion.parse(version).orElseThrow();
    return new Sanitize(aimedAt, flags, REGEXES).violations(read.value().getFirst());
  }

  static final String REFUSED =
      """
      line | version | spec | path
      2a.1 | 1.20 | metadata: {name: x, namespace: shop} |
      2a.2 | 1.20 | {ingress: [{}]} | spec
      2a.4 | 1.19 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "0", protocol: GRE}]}]}]} | spec.ingress[0].toPorts[0].ports[0].protocol
      2a.4 | 1.18 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "0", protocol: VRRP}]}]}]} | spec.ingress[0].toPorts[0].ports[0].protocol
      2a.5 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {}}]}]} | spec.ingress[0].toPorts[0].rules
      2a.5 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{}], dns: [{matchName: a}]}}]}]} | spec.egress[0].toPorts[0].rules
      2a.6 | 1.20 | {endpointSelector: {}, egress: [{toFQDNs: [{}]}]} | spec.egress[0].toFQDNs[0]
      2a.6 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "53"}], rules: {dns: [{matchName: a, matchPattern: b}]}}]}]} | spec.egress[0].toPorts[0].rules.dns[0]
      2a.7 | 1.20 | {endpointSelector: {}, egress: [{toCIDR: [10.0.0.1]}]} | spec.egress[0].toCIDR[0]
      2a.7 | 1.20 | {endpointSelector: {}, egress: [{toCIDR: ["10.0.0.0/33"]}]} | spec.egress[0].toCIDR[0]
      2a.7 | 1.18 | {endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: "2001:db8::1"}]}]} | spec.ingress[0].fromCIDRSet[0].cidr
      2a.8 | 1.20 | {endpointSelector: {}, ingress: [{fromCIDRSet: [{}]}]} | spec.ingress[0].fromCIDRSet[0]
      2a.8 | 1.20 | {endpointSelector: {}, ingress: [{fromCIDRSet: [{cidr: 10.0.0.0/8, cidrGroupRef: a}]}]} | spec.ingress[0].fromCIDRSet[0]
      2a.10 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [PORTS41]}]}]} | spec.ingress[0].toPorts[0].ports
      2a.11 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", endPort: 65536}]}]}]} | spec.ingress[0].toPorts[0].ports[0].endPort
      2a.11 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", endPort: -1}]}]}]} | spec.ingress[0].toPorts[0].ports[0].endPort
      2a.12 | 1.19 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "443", protocol: TCP}], serverNames: [a*.example.com]}]}]} | spec.egress[0].toPorts[0].serverNames[0]
      2a.12 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "443", protocol: TCP}], serverNames: [a, a]}]}]} | spec.egress[0].toPorts[0].serverNames[1]
      2a.14 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "80"}], listener: {envoyConfig: {name: a}, name: b, priority: 0}}]}]} | spec.egress[0].toPorts[0].listener.priority
      2a.14 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "80"}], listener: {envoyConfig: {name: ""}, name: b}}]}]} | spec.egress[0].toPorts[0].listener
      2a.15 | 1.20 | {endpointSelector: {matchLabels: {a: L64}}, ingress: [{}]} | spec.endpointSelector.matchLabels.a
      2a.15 | 1.20 | {endpointSelector: {matchLabels: {a: "b c"}}, ingress: [{}]} | spec.endpointSelector.matchLabels.a
      2a.15 | 1.20 | {endpointSelector: {}, egress: [{toServices: [{k8sServiceSelector: {selector: {matchLabels: {a: -b}}}}]}]} | spec.egress[0].toServices[0].k8sServiceSelector.selector.matchLabels.a
      2a.16 | 1.20 | {endpointSelector: {}, ingress: [{}], log: {value: L33}} | spec.log.value
      2a.16 | 1.20 | {endpointSelector: {}, ingress: [{}], log: {value: "a\\tb"}} | spec.log.value
      2a.19 | 1.20 | {endpointSelector: {}, ingress: [{fromCIDRSet: [{cidrGroupRef: A}]}]} | spec.ingress[0].fromCIDRSet[0].cidrGroupRef
      2a.19 | 1.20 | {endpointSelector: {}, egress: [{toFQDNs: [{matchName: a..b}]}]} | spec.egress[0].toFQDNs[0].matchName
      2a.19 | 1.20 | {endpointSelector: {}, egress: [{toFQDNs: [{matchName: N256}]}]} | spec.egress[0].toFQDNs[0].matchName
      2a.20 | 1.20 | metadata: {name: X, namespace: shop}; spec: {endpointSelector: {}, ingress: [{}]} | metadata.name
      2a.20 | 1.20 | metadata: {name: x, namespace: a.b}; spec: {endpointSelector: {}, ingress: [{}]} | metadata.namespace
      2a.20 | 1.20 | metadata: {name: x, labels: {"a/b/c": d}}; spec: {endpointSelector: {}, ingress: [{}]} | metadata.labels.a/b/c
      2a.20 | 1.20 | metadata: {name: x, annotations: {"a b": d}}; spec: {endpointSelector: {}, ingress: [{}]} | metadata.annotations.a b
      2b.1 | 1.20 | {endpointSelector: {}, ingress: [], enableDefaultDeny: {ingress: true}} | spec
      2b.2 | 1.20 | {endpointSelector: {matchLabels: {"a:b:c": d}}, ingress: [{}]} | spec.endpointSelector.matchLabels.a:b:c
      2b.2 | 1.20 | {endpointSelector: {matchLabels: {"k-s:c": d}}, ingress: [{}]} | spec.endpointSelector.matchLabels.k-s:c
      2b.2 | 1.20 | {endpointSelector: {}, ingress: [{fromEndpoints: [{matchExpressions: [{key: a, operator: In}]}]}]} | spec.ingress[0].fromEndpoints[0].matchExpressions[0].values
      2b.2 | 1.20 | {endpointSelector: {}, ingress: [{fromEndpoints: [{matchExpressions: [{key: a, operator: Exists, values: [b]}]}]}]} | spec.ingress[0].fromEndpoints[0].matchExpressions[0].values
      2b.2 | 1.20 | {endpointSelector: {}, ingress: [{fromEndpoints: [{matchExpressions: [{key: a, operator: NotIn, values: ["b c"]}]}]}]} | spec.ingress[0].fromEndpoints[0].matchExpressions[0].values[0]
      2b.2 | 1.19 | {endpointSelector: {matchLabels: {L62: d}}, ingress: [{}]} | spec.endpointSelector.matchLabels.xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
      2b.3 | 1.20 | {endpointSelector: {}, ingress: [{fromEndpoints: [{}], fromEntities: [world]}]} | spec.ingress[0]
      2b.3 | 1.20 | {endpointSelector: {}, egressDeny: [{toCIDR: [10.0.0.0/8], toCIDRSet: [{cidr: 10.0.0.0/8}]}]} | spec.egressDeny[0]
      2b.4 | 1.20 | {endpointSelector: {}, ingress: [{icmps: [{fields: [{type: 8}]}], toPorts: [{ports: [{port: "80"}]}]}]} | spec.ingress[0].icmps
      2b.4 | 1.20 | {endpointSelector: {}, ingressDeny: [{icmps: [{fields: [{type: PacketTooBig}]}]}]} | spec.ingressDeny[0].icmps[0].fields[0].type
      2b.4 | 1.20 | {endpointSelector: {}, ingress: [{icmps: [{fields: [ICMP41]}]}]} | spec.ingress[0].icmps[0].fields
      2b.5 | 1.20 | {endpointSelector: {}, ingress: [{fromNodes: [{}]}]} | spec.ingress[0].fromNodes
      2b.6 | 1.19 | {endpointSelector: {}, ingress: [{fromEntities: [world, cluster-mesh]}]} | spec.ingress[0].fromEntities[1]
      2b.7 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "53"}], rules: {dns: [{matchPattern: "*"}]}}]}]} | spec.ingress[0].toPorts[0].rules.dns
      2b.8 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80"}], rules: {http: [{}]}}]}]} | spec.ingress[0].toPorts[0].ports[0].protocol
      2b.8 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: UDP}], rules: {http: [{}]}}]}]} | spec.ingress[0].toPorts[0].ports[0].protocol
      2b.9 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "0", protocol: TCP}], rules: {http: [{}]}}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.9 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "53", endPort: 54}], rules: {dns: [{matchName: a}]}}]}]} | spec.egress[0].toPorts[0].ports[0].endPort
      2b.9 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{rules: {dns: [{matchName: a}]}}]}]} | spec.egress[0].toPorts[0].rules.dns
      2b.11 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], serverNames: [a], rules: {http: [{}]}}]}]} | spec.ingress[0].toPorts[0].serverNames
      2b.11 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], serverNames: [""]}]}]} | spec.ingress[0].toPorts[0].serverNames[0]
      2b.12 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80"}], listener: {envoyConfig: {name: a}, name: b}}]}]} | spec.ingress[0].toPorts[0].listener
      2b.12 | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], listener: {envoyConfig: {name: a}, name: b}, rules: {http: [{}]}}]}]} | spec.egress[0].toPorts[0].listener
      2b.13 | 1.20 | {endpointSelector: {}, ingressDeny: [{toPorts: [{ports: [PORTS41]}]}]} | spec.ingressDeny[0].toPorts[0].ports
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{protocol: TCP}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "99999"}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "6581-6586"}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "080"}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: a-name-of-16-char}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: a--b}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.14 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "7", protocol: VRRP}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port
      2b.15 | 1.20 | {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.1.0.0/16, except: [10.2.0.0/24]}]}]} | spec.egress[0].toCIDRSet[0].except[0]
      2b.15 | 1.20 | {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.1.0.0/16, except: [10.1.0.0/15]}]}]} | spec.egress[0].toCIDRSet[0].except[0]
      2b.15 | 1.18 | {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.1.0.0/16, except: ["2001:db8::/32"]}]}]} | spec.egress[0].toCIDRSet[0].except[0]
      2b.16 | 1.20 | {endpointSelector: {}, egress: [{toFQDNs: [{matchName: "*.a"}]}]} | spec.egress[0].toFQDNs[0].matchName
      2b.16 | 1.20 | {endpointSelector: {}, egress: [{toFQDNs: [{matchPattern: "a/b"}]}]} | spec.egress[0].toFQDNs[0].matchPattern
      2b.17 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{path: "(?=a)"}]}}]}]} | spec.ingress[0].toPorts[0].rules.http[0].path
      2b.17 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{method: "(?=a)"}]}}]}]} | spec.ingress[0].toPorts[0].rules.http[0].method
      2b.17 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{headerMatches: [{name: ""}]}]}}]}]} | spec.ingress[0].toPorts[0].rules.http[0].headerMatches[0].name
      2b.17 | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{headerMatches: [{name: a, secret: {name: ""}}]}]}}]}]} | spec.ingress[0].toPorts[0].rules.http[0].headerMatches[0].secret
      2b.18 | 1.20 | {nodeSelector: {}, ingress: [{}]} | spec.nodeSelector
      2b.18 | 1.20 | metadata: {name: ""}; spec: {endpointSelector: {}, ingress: [{}]} | metadata.name
      envoy.regex | 1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{host: "(?=a)"}]}}]}]} | spec.ingress[0].toPorts[0].rules.http[0].host
      envoy.sni | 1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "443", protocol: TCP}], serverNames: [a.]}]}]} | spec.egress[0].toPorts[0].serverNames[0]
      own.icmp | 1.20 | {endpointSelector: {}, ingress: [{icmps: [{fields: [{type: 300}]}]}]} | spec.ingress[0].icmps[0].fields[0].type
      version.fqdn | 1.18 | {endpointSelector: {}, egress: [{toFQDNs: [{matchPattern: "**.a"}]}]} | spec.egress[0].toFQDNs[0].matchPattern
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock = REFUSED)
  void refuses(String line, String version, String spec, @Nullable String path) {
    List<Violation> violations = violations(spec, version, ClusterFlags.DEFAULT);
    assertEquals(1, violations.size(), violations::toString);
    assertEquals(line, violations.getFirst().line());
    assertEquals(path == null ? "" : path, violations.getFirst().path().text());
  }

  private static final String UNREADABLE =
      """
      line | spec | code
      2a.4 | {ingress: [{toPorts: [{ports: [{port: "80", protocol: tcp}]}]}]} | PC0705
      2a.4 | {ingress: [{fromEntities: [world-ipv4]}]} | PC0705
      2a.9 | {ingress: [{toPorts: [{ports: [{port: 80}]}]}]} | PC0705
      2a.12 | {ingress: [{toPorts: [{serverNames: []}]}]} | PC0705
      2a.13 | {ingress: [{fromRequires: [{}]}]} | PC0704
      2a.18 | {auth: {type: spire}} | PC0704
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock = UNREADABLE)
  void cannotBeBuilt(String line, String spec, String code) {
    List<Finding> findings = read(document(spec)).findings();
    assertEquals(List.of(code), findings.stream().map(Finding::rule).toList(), line);
  }

  static final String ACCEPTED =
      """
      version | spec
      1.18 | {endpointSelector: {}, ingress: [{}]}
      1.20 | {endpointSelector: {matchLabels: {"k8s:io.kubernetes.pod.namespace": a, "any:b": ""}}, egress: [{}]}
      1.20 | {endpointSelector: {matchLabels: {L62: d}}, ingress: [{}]}
      1.20 | {endpointSelector: {}, ingress: [{fromEndpoints: [], fromEntities: [all]}]}
      1.20 | {endpointSelector: {}, ingress: [{fromEntities: [cluster-mesh]}]}
      1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", endPort: 70}, {port: "017"}, {port: Http-8080}, {port: "0x10"}]}]}]}
      1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", endPort: 90, protocol: TCP}], rules: {http: [{path: "/a[bc]"}]}}]}]}
      1.20 | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80"}], rules: {http: []}}]}]}
      1.20 | {endpointSelector: {}, ingress: [{toPorts: [{}]}]}
      1.20 | {endpointSelector: {}, ingress: [{icmps: [{fields: [{type: EchoRequest}, {family: IPv6, type: "128"}]}]}]}
      1.20 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "443", protocol: TCP}], serverNames: [a*.example.com, "**.b"]}]}]}
      1.18 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "443", protocol: TCP}], serverNames: ["*.example.com", "**.b"]}]}]}
      1.19 | {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: 10.1.0.0/16, except: [10.1.0.0/15]}]}]}
      1.20 | {endpointSelector: {}, egress: [{toCIDRSet: [{cidr: "::/0", except: ["fc00::/7", "::ffff:1.2.3.4/128"]}, {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}]}]}
      1.20 | {endpointSelector: {}, egress: [{toFQDNs: [{matchPattern: "**.a"}, {matchName: a.b.}]}], log: {value: "äöü 0123456789 0123456789"}}
      1.18 | {endpointSelector: {}, egress: [{toPorts: [{ports: [{port: "53", protocol: ANY}], rules: {dns: [{matchPattern: "*"}]}}]}]}
      1.20 | {endpointSelector: {}, ingress: [{fromEndpoints: [{}], authentication: {mode: required}}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock = ACCEPTED)
  void accepts(String version, String spec) {
    assertEquals(List.of(), violations(spec, version, ClusterFlags.DEFAULT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          l7 | icmp | nodes | extended | auth | spec | line
          no | yes | no | no | yes | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}], rules: {http: [{}]}}]}]} | 2b.7
          yes | no | no | no | yes | {endpointSelector: {}, ingress: [{icmps: [{fields: [{type: 8}]}]}]} | 2b.4
          yes | yes | yes | no | yes | {endpointSelector: {}, ingress: [{fromNodes: [{}]}]} | -
          yes | yes | no | yes | yes | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{protocol: GRE}]}]}]} | -
          yes | yes | no | yes | yes | {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: ""}]}]}]} | 2b.14
          yes | yes | no | no | no | {endpointSelector: {}, ingress: [{authentication: {mode: required}}]} | 2b.19
          """)
  void followsTheSwitchesOfACluster(
      String l7,
      String icmp,
      String nodes,
      String extended,
      String auth,
      String spec,
      @Nullable String line) {
    ClusterFlags flags =
        new ClusterFlags(
            l7.equals("yes"),
            icmp.equals("yes"),
            nodes.equals("yes"),
            extended.equals("yes"),
            auth.equals("yes"));
    List<String> lines = violations(spec, "1.20", flags).stream().map(Violation::line).toList();
    assertEquals(line == null ? List.of() : List.of(line), lines);
  }

  /// Lines without a fixture above, and why.
  ///
  /// - `2a.3` no direction at all: the records hold empty lists, which is `2b.1`.
  /// - `2a.17` the port's half anchored pattern: what it lets through is refused by `2b.14`.
  /// - `2b.10` two kinds of layer 7 rules: the schema is first, `2a.5`.
  /// - `2b.19` needs a switch: see [#followsTheSwitchesOfACluster].
  private static final Set<String> ELSEWHERE = Set.of("2a.3", "2a.17", "2b.10", "2b.19");

  @Test
  void everyLineIsTried() {
    Set<String> tried = new TreeSet<>(ELSEWHERE);
    (REFUSED + UNREADABLE).lines().forEach(row -> tried.add(row.split(" \\|", 2)[0].strip()));
    for (int i = 1; i <= 20; i++) {
      assertEquals(true, tried.contains("2a." + i), "2a." + i);
    }
    for (int i = 1; i <= 19; i++) {
      assertEquals(true, tried.contains("2b." + i), "2b." + i);
    }
  }
}
