package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What differs between the releases of Cilium (docs/decisions/0010): what each accepts (`schema`
/// is refused when it is applied, `agent` is applied and then not imported), and what its engine
/// decides.
@RequiresEngine({Engine.CILIUM_1_18, Engine.CILIUM_1_19, Engine.CILIUM})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CiliumReleasesTest {
  private CiliumOracle eighteen;
  private CiliumOracle nineteen;
  private CiliumOracle twenty;

  @BeforeAll
  void start() {
    eighteen = CiliumOracle.start(Engine.CILIUM_1_18);
    nineteen = CiliumOracle.start(Engine.CILIUM_1_19);
    twenty = CiliumOracle.start(Engine.CILIUM);
  }

  @AfterAll
  void stop() {
    // A skipped start leaves some of them unset.
    Stream.of(eighteen, nineteen, twenty).filter(Objects::nonNull).forEach(CiliumOracle::close);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['a.example']}]              | yes    | yes    | yes
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['*.example']}]              | yes    | yes    | yes
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['**.example']}]             | yes    | yes    | yes
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['*']}]                      | schema | schema | yes
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['a*.example']}]             | schema | schema | yes
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['a.*.example']}]            | schema | schema | yes
          toPorts: [{ports: [{port: '443', protocol: TCP}], serverNames: ['a..example']}]             | schema | schema | schema
          toFQDNs: [{matchPattern: '**.example'}]                                                     | yes    | yes    | yes
          toFQDNs: [{matchName: '*.example'}]                                                         | schema | schema | schema
          toEntities: [cluster-mesh]                                                                  | schema | schema | yes
          toEntities: [world-ipv4]                                                                    | schema | schema | schema
          toEntities: [kube-apiserver, ingress, health, init, unmanaged, none]                        | yes    | yes    | yes
          toCIDR: [10.0.0.1]                                                                          | schema | schema | schema
          toCIDRSet: [{cidr: 10.0.0.0/8, except: [11.0.0.0/16]}]                                      | agent  | agent  | agent
          toCIDRSet: [{cidr: 10.0.0.0/16, except: [10.0.0.0/8]}]                                      | yes    | yes    | agent
          toCIDRSet: [{cidrGroupRef: g, except: [10.1.0.0/16]}]                                       | yes    | yes    | yes
          toPorts: [{ports: [{port: '0', protocol: VRRP}]}]                                           | schema | yes    | yes
          toPorts: [{ports: [{port: '99999', protocol: TCP}]}]                                        | agent  | agent  | agent
          toPorts: [{ports: [{port: '80', protocol: UDP}], rules: {http: [{}]}}]                      | agent  | agent  | agent
          toPorts: [{ports: [{port: '80', endPort: 90, protocol: TCP}], rules: {http: [{}]}}]         | yes    | yes    | yes
          toPorts: [{ports: [{port: '53', endPort: 60, protocol: UDP}], rules: {dns: [{matchPattern: '*'}]}}] | agent | agent | agent
          toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {}}]                                | schema | schema | schema
          toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{path: '(?!a)'}]}}]         | agent  | agent  | agent
          toPorts: [{ports: [{port: '80', protocol: TCP}], rules: {http: [{host: '(?!a)'}]}}]         | yes    | yes    | yes
          icmps: [{fields: [{type: Echo, family: IPv6}]}]                                             | schema | schema | schema
          toCIDR: [10.0.0.0/8], toEntities: [host]                                                    | agent  | agent  | agent
          """)
  void accepts(String rule, String on18, String on19, String on20) {
    String policy = Shop.policyFor("web", "egress: [{" + rule + "}]");
    assertEquals(on18, verdict(eighteen, policy), "1.18");
    assertEquals(on19, verdict(nineteen, policy), "1.19");
    assertEquals(on20, verdict(twenty, policy), "1.20");
  }

  /// Whether somebody may send a request to port 8080 of `api`. `control-plane` is the local host
  /// of a node that runs the API server.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ingress: [{fromEntities: [all], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /b | true  | true  | true
          ingress: [{fromEntities: [host], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /a | true  | true  | true
          ingress: [{fromEntities: [host], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /b | false | false | true
          ingress: [{fromEntities: [world, host], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /b | false | false | true
          ingress: [{fromEntities: [cluster], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /b | false | false | true
          ingress: [{fromEntities: [all], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | control-plane | /b | true  | true  | true
          ingress: [{fromEntities: [kube-apiserver], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | control-plane | /b | true  | false | true
          ingress: [{fromEndpoints: [{matchExpressions: [{key: 'reserved:kube-apiserver', operator: Exists}, {key: 'reserved:host', operator: DoesNotExist}]}], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | control-plane | /b | true  | true | true
          ingress: [{fromEntities: [remote-node], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /b | true  | true  | true
          ingress: [{fromEndpoints: [{matchLabels: {app: web}}], toPorts: [{ports: [{port: '8080', protocol: TCP}], rules: {http: [{path: /a}]}}]}] | host | /b | true | true | true
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'k8s:io.kubernetes.pod.namespace', operator: NotIn, values: [shop]}, {key: 'reserved:host', operator: DoesNotExist}]}]}] | web | /a | true | true | false
          enableDefaultDeny: {ingress: false}, ingressDeny: [{fromEndpoints: [{matchExpressions: [{key: 'reserved:host', operator: DoesNotExist}]}]}] | web | /a | false | false | false
          ingress: [{fromEndpoints: [{matchLabels: {app: web}}]}] | far | /a | false | false | false
          ingress: [{fromEndpoints: [{matchLabels: {app: web}, matchExpressions: [{key: io.cilium.k8s.policy.cluster, operator: Exists}]}]}] | far | /a | true | true | true
          """)
  void lets(String rules, String sender, String path, boolean on18, boolean on19, boolean on20) {
    String policy = Shop.policyFor("api", rules);
    assertEquals(on18, isLet(eighteen, policy, sender, path), "1.18");
    assertEquals(on19, isLet(nineteen, policy, sender, path), "1.19");
    assertEquals(on20, isLet(twenty, policy, sender, path), "1.20");
  }

  private static boolean isLet(CiliumOracle release, String policy, String sender, String path) {
    int from =
        switch (sender) {
          case "host", "control-plane" -> Shop.HOST;
          case "web" -> Shop.WEB;
          default -> Shop.FAR_WEB;
        };
    Conversation request =
        new Conversation.Http(from, Shop.API, 8080, "GET", path, "api", Map.of());
    String world =
        sender.equals("control-plane")
            ? Shop.loadOnControlPlane(release, policy)
            : Shop.load(release, policy);
    return release.answers(world, List.of(request)).getFirst().allowed();
  }

  private static String verdict(CiliumOracle release, String policy) {
    DocumentVerdict document = release.validate(policy).getFirst();
    if (document.schema().isPresent()) {
      return "schema";
    }
    return document.sanitize().isPresent() ? "agent" : "yes";
  }
}
