package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.compiler.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The look of a written policy, and that no text can break out of its place.
class CiliumYamlWriterTest {
  @Test
  void writesAsCiliumsDocumentationDoes() {
    HttpRule items = HttpRule.EVERY.withMethod("GET").withPath("/api/v1/items(\\?.*)?");
    PortRule http =
        PortRule.of(List.of(PortProtocol.of(8080, Protocol.TCP)))
            .withRules(
                L7Rules.http(List.of(items.withComments(Comments.of("a query is admitted")))));
    AllowRule fromWeb =
        AllowRule.of(new Peers.Endpoints(List.of(EndpointSelector.labels(Map.of("app", "web")))))
            .withPorts(List.of(http))
            .withComments(Comments.of("shop.policy:8 web may GET /api/v1/items on backend"));
    PolicyRule rule =
        PolicyRule.about(EndpointSelector.labels(Map.of("app", "backend", "k8s:tier", "yes")))
            .withIngress(List.of(fromWeb), List.of())
            .withEgress(List.of(AllowRule.NOTHING.withComments(Comments.of("closed"))), List.of());
    CiliumNetworkPolicy policy =
        CiliumNetworkPolicy.of(
                Metadata.of("shop", "backend").withAnnotation("policyc.io/source", "shop.policy:8"),
                rule)
            .withComments(Comments.of("Made by policyc."));
    assertEquals(
        """
        # Made by policyc.
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata:
          name: backend
          namespace: shop
          annotations:
            policyc.io/source: shop.policy:8
        spec:
          endpointSelector:
            matchLabels:
              app: backend
              k8s:tier: "yes"
          ingress:
            # shop.policy:8 web may GET /api/v1/items on backend
            - fromEndpoints:
                - matchLabels:
                    app: web
              toPorts:
                - ports:
                    - port: "8080"
                      protocol: TCP
                  rules:
                    http:
                      # a query is admitted
                      - method: GET
                        path: "/api/v1/items(\\\\?.*)?"
          egress:
            # closed
            - {}
        """,
        CiliumYamlWriter.write(policy));
  }

  static List<Arguments> scalars() {
    return List.of(
        arguments("web", "web"),
        arguments("/api/v1", "/api/v1"),
        arguments("k8s:app", "k8s:app"),
        arguments("a:", "\"a:\""),
        arguments("a b", "\"a b\""),
        arguments("yes", "\"yes\""),
        arguments("Off", "\"Off\""),
        arguments("nULL", "\"nULL\""),
        arguments("truest", "truest"),
        arguments("8080", "\"8080\""),
        arguments("-x", "\"-x\""),
        arguments("a#b", "\"a#b\""),
        arguments("a\"\\b", "\"a\\\"\\\\b\""),
        arguments("\u00e9", "\"\u00e9\""),
        arguments("a\tb", "\"a\\tb\""),
        arguments("a\u2028b", "\"a\\u2028b\""),
        arguments("a\u202eb", "\"a\\u202eb\""),
        arguments("a\u0085b", "\"a\\x85b\""),
        arguments("\uD83D\uDE00", "\"\uD83D\uDE00\""),
        arguments("\uD83D", "\"\uFFFD\""),
        arguments("", "\"\""));
  }

  @ParameterizedTest
  @MethodSource("scalars")
  void quotesWhatAReaderCouldTakeForSomethingElse(String text, String expected) {
    StringBuilder out = new StringBuilder();
    YamlScalar.append(out, text);
    assertEquals(expected, out.toString());
  }

  @Test
  void aCommentStaysOneLine() {
    Metadata metadata = Metadata.of("shop", "x");
    CiliumNetworkPolicy policy =
        new CiliumNetworkPolicy(
            metadata,
            Optional.empty(),
            List.of(),
            Comments.of("a\nkind: B\r\u0085\u2028\0c\u202E"));
    String first = CiliumYamlWriter.write(policy).lines().findFirst().orElseThrow();
    assertEquals("# a\\nkind: B\\x0d\\x85\\u2028\\x00c\\u202e", first);
  }

  @Test
  void separatesDocuments() {
    CiliumNetworkPolicy policy =
        new CiliumNetworkPolicy(
            Metadata.of("shop", "x"), Optional.empty(), List.of(), Comments.NONE);
    String one = CiliumYamlWriter.write(policy);
    assertEquals(one + "---\n" + one, CiliumYamlWriter.write(List.of(policy, policy)));
  }

  @Test
  void refusesWhatNoYamlCanSay() {
    Peers nobody = new Peers.Entities(List.of());
    assertThrows(
        IllegalArgumentException.class, () -> AllowRule.NOTHING.withPeers(List.of(nobody, nobody)));
    Peers names = new Peers.Fqdns(List.of(FqdnSelector.name("api.stripe.com")));
    assertThrows(IllegalArgumentException.class, () -> DenyRule.of(names));
    AllowRule toNames = AllowRule.of(names);
    PolicyRule rule = PolicyRule.about(EndpointSelector.EMPTY);
    assertThrows(
        IllegalArgumentException.class, () -> rule.withIngress(List.of(toNames), List.of()));
  }
}
