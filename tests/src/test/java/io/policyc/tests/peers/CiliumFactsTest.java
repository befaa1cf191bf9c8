package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.tests.peers.Answer.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Facts at layers 3 and 4 that the compiler relies on (docs/decisions/0010), each tried on Cilium.
@RequiresEngine(Engine.CILIUM)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiliumFactsTest {
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

  /// Who may open TCP 8080 to `api` in namespace `shop` under one policy for it.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingress: [{}]                                                                               | host
          ingress: [{toPorts: [{ports: [{port: '8080', protocol: TCP}]}]}]                            | web, other-web, far-web, host, remote-node, outside, ingress, api-server-node, init, unmanaged, health
          ingress: [{toPorts: [{}]}]                                                                  | host
          ingress: [{fromEndpoints: [], toPorts: [{ports: [{port: '8080', protocol: TCP}]}]}]         | host
          ingress: [{fromEndpoints: [{}]}]                                                            | web, host
          ingress: [{fromEndpoints: [{matchLabels: {app: web}}]}]                                     | web, host
          ingress: [{fromEndpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': other}}]}]     | other-web, host
          ingress: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: Exists}]}]}] | web, other-web, host
          ingress: [{fromEntities: [cluster]}]                                                        | web, other-web, host, remote-node, ingress, api-server-node, init, unmanaged, health
          ingress: [{fromEntities: [world]}]                                                          | host, outside
          ingress: [{fromEntities: [remote-node]}]                                                    | host, remote-node, api-server-node
          ingress: [{fromEntities: [kube-apiserver]}]                                                 | host, api-server-node
          ingress: [{fromCIDR: [0.0.0.0/0]}]                                                          | host, outside
          ingress: [{fromCIDRSet: [{cidr: 203.0.0.0/8, except: [203.0.113.0/24]}]}]                   | host
          ingress: [{fromCIDRSet: [{cidr: 203.0.0.0/8, except: [203.0.0.0/8]}]}]                      | host
          ingressDeny: [{fromEndpoints: [{matchLabels: {app: web}}]}]                                 | host
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchLabels: {app: web}}]}] | other-web, far-web, host, remote-node, outside, ingress, api-server-node, init, unmanaged, health
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEntities: [all]}]                   | -
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEntities: [host]}]                  | web, other-web, far-web, remote-node, outside, ingress, api-server-node, init, unmanaged, health
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEntities: [cluster]}]               | far-web, outside
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'reserved:host', operator: DoesNotExist}]}]}] | host
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEntities: [kube-apiserver]}]        | web, other-web, far-web, host, remote-node, outside, ingress, init, unmanaged, health
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: NotIn, values: [shop]}]}]}] | web, far-web, host, remote-node, outside, ingress, api-server-node, init, unmanaged, health
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: NotIn, values: [shop]}, {key: 'reserved:host', operator: DoesNotExist}]}]}] | host
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: Exists}, {key: 'k8s:io.kubernetes.pod.namespace', operator: NotIn, values: [other]}, {key: io.cilium.k8s.policy.cluster, operator: Exists}]}]}] | other-web, host, remote-node, outside, ingress, api-server-node, init, unmanaged, health
          ingress: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: NotIn, values: [shop]}, {key: 'reserved:host', operator: DoesNotExist}]}]}] | web, other-web, far-web, host, remote-node, outside, ingress, api-server-node, init, unmanaged, health
          ingress: [{fromEndpoints: [{matchLabels: {'k8s:io.kubernetes.pod.namespace': shop}, matchExpressions: [{key: io.cilium.k8s.policy.cluster, operator: Exists}]}]}] | web, far-web, host
          """)
  void lets(String rules, String peers) {
    String world = Shop.load(cilium, Shop.policyFor("api", rules));
    assertEquals(peers.equals("-") ? "" : peers, callers(world, 8080));
  }

  /// The same under one clusterwide policy.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingress: [{fromEndpoints: [{}]}]                                                            | web, other-web, host
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'reserved:host', operator: DoesNotExist}]}]}] | host
          """)
  void letsClusterwide(String rules, String peers) {
    String policy =
        Shop.policyFor("api", rules)
            .replace("kind: CiliumN", "kind: CiliumClusterwideN")
            .replace(", namespace: shop", "");
    assertEquals(peers, callers(Shop.load(cilium, policy), 8080));
  }

  @Test
  void aServiceThatIsMissingOpensItsPortToEverybody() {
    String world =
        Shop.load(
            cilium,
            Shop.policyFor(
                "web",
                "egress: [{toServices: [{k8sService: {serviceName: gone, namespace: shop}}],"
                    + " toPorts: [{ports: [{port: '80', protocol: TCP}]}]}]"));
    assertEquals(Verdict.ALLOWED, egress(world, Shop.WEB, Shop.OUTSIDE, 80));
    assertEquals(Verdict.DENIED, egress(world, Shop.WEB, Shop.OUTSIDE, 81));
  }

  /// On a node that runs the API server, the local host is the API server, too.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEntities: [kube-apiserver]}] | web, other-web, far-web, remote-node, outside, ingress, init, unmanaged, health
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'reserved:host', operator: DoesNotExist}]}]}] | host
          """)
  void letsOnControlPlane(String rules, String peers) {
    assertEquals(
        peers, callers(Shop.loadOnControlPlane(cilium, Shop.policyFor("api", rules)), 8080));
  }

  private String callers(String world, int port) {
    StringBuilder names = new StringBuilder();
    for (var peer :
        List.of(
            new Peer("web", Shop.WEB),
            new Peer("other-web", Shop.OTHER_WEB),
            new Peer("far-web", Shop.FAR_WEB),
            new Peer("host", Shop.HOST),
            new Peer("remote-node", Shop.REMOTE_NODE),
            new Peer("outside", Shop.OUTSIDE),
            new Peer("ingress", Shop.INGRESS),
            new Peer("api-server-node", Shop.API_SERVER_NODE),
            new Peer("init", Shop.INIT),
            new Peer("unmanaged", Shop.UNMANAGED),
            new Peer("health", Shop.HEALTH))) {
      if (ingress(world, new Conversation.Packet(peer.id, Shop.API, "TCP", port))
          == Verdict.ALLOWED) {
        names.append(names.isEmpty() ? "" : ", ").append(peer.name);
      }
    }
    return names.toString();
  }

  private record Peer(String name, int id) {}

  /// Which protocols `web` may use to `api`.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingress: [{fromEndpoints: [{}]}]                                                      | TCP UDP SCTP VRRP ping ping6 icmp3
          ingress: [{fromEndpoints: [{}], toPorts: [{ports: [{port: '0', protocol: ANY}]}]}]    | TCP UDP SCTP
          ingress: [{fromEndpoints: [{}], toPorts: [{ports: [{port: '8080'}]}]}]                | TCP UDP SCTP
          ingress: [{fromEndpoints: [{}], icmps: [{fields: [{type: EchoRequest}, {type: EchoRequest, family: IPv6}]}]}] | ping ping6
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{}], toPorts: [{ports: [{port: '0', protocol: TCP}]}]}] | UDP SCTP VRRP ping ping6 icmp3
          """)
  void speaks(String rules, String protocols) {
    String world = Shop.load(cilium, Shop.policyFor("api", rules));
    StringBuilder spoken = new StringBuilder();
    for (String protocol : List.of("TCP", "UDP", "SCTP", "VRRP", "ping", "ping6", "icmp3")) {
      Conversation question =
          switch (protocol) {
            case "ping" -> new Conversation.Icmp(Shop.WEB, Shop.API, 4, 8);
            case "ping6" -> new Conversation.Icmp(Shop.WEB, Shop.API, 6, 128);
            case "icmp3" -> new Conversation.Icmp(Shop.WEB, Shop.API, 4, 3);
            default -> new Conversation.Packet(Shop.WEB, Shop.API, protocol, 8080);
          };
      if (ingress(world, question) == Verdict.ALLOWED) {
        spoken.append(spoken.isEmpty() ? "" : " ").append(protocol);
      }
    }
    assertEquals(protocols, spoken.toString());
  }

  @Test
  void aGroupRuleLetsTheClosedOutAndLeavesTheOthersOpen() {
    String world =
        Shop.load(
            cilium,
            Shop.policyFor("web", "egress: [{}]"),
            Shop.policy(
                "group",
                "endpointSelector: {}, enableDefaultDeny: {egress: false}, egress: [{toEntities:"
                    + " [kube-apiserver], toPorts: [{ports: [{port: '6443', protocol: TCP}]}]}]"));
    assertEquals(Verdict.ALLOWED, egress(world, Shop.WEB, Shop.API_SERVER_NODE, 6443));
    assertEquals(Verdict.DENIED, egress(world, Shop.WEB, Shop.API_SERVER_NODE, 80));
    assertEquals(Verdict.ALLOWED, egress(world, Shop.API, Shop.API_SERVER_NODE, 80));
  }

  /// Size of `api`'s policy map, less the entry for the host and the five that open its egress.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '80', protocol: TCP}]}]}                | 1
          {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '80', protocol: ANY}]}]}                | 3
          {fromEndpoints: [{}], toPorts: [{ports: [{port: '80', protocol: TCP}, {port: '90', protocol: TCP}]}]}          | 4
          {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '8000', endPort: 8100, protocol: TCP}]}]} | 4
          {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '30000', endPort: 32767, protocol: TCP}]}]} | 5
          {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '1024', endPort: 65535, protocol: TCP}]}]} | 6
          {fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '1', endPort: 65535, protocol: TCP}]}]}  | 16
          {toPorts: [{ports: [{port: '80', protocol: TCP}]}]}                                                           | 5
          {fromEntities: [all], toPorts: [{ports: [{port: '80', protocol: TCP}]}]}                                      | 5
          """)
  void takesEntries(String rule, int entries) {
    String world = Shop.load(cilium, Shop.policyFor("api", "ingress: [" + rule + "]"));
    assertEquals(entries + 6, cilium.policyMapSize(world, Shop.API));
  }

  private Verdict ingress(String world, Conversation conversation) {
    return cilium.answers(world, List.of(conversation)).getFirst().ingress().verdict();
  }

  private Verdict egress(String world, int from, int to, int port) {
    Conversation packet = new Conversation.Packet(from, to, "TCP", port);
    return cilium.answers(world, List.of(packet)).getFirst().egress().verdict();
  }
}
