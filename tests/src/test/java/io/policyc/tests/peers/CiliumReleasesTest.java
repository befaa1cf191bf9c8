package io.policyc.tests.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What each release of Cilium accepts (docs/decisions/0010): `schema` is refused when it is
/// applied, `agent` is applied and then not imported.
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

  private static String verdict(CiliumOracle release, String policy) {
    DocumentVerdict document = release.validate(policy).getFirst();
    if (document.schema().isPresent()) {
      return "schema";
    }
    return document.sanitize().isPresent() ? "agent" : "yes";
  }
}
