package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.policyc.compiler.Code;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Policies that people write, and texts that are meant to hurt.
class CiliumYamlReaderTest {
  private static final String HEAD =
      """
      apiVersion: cilium.io/v2
      kind: CiliumNetworkPolicy
      metadata: {name: x, namespace: shop}
      """;

  private static Checked<List<CiliumNetworkPolicy>> read(String text) {
    return CiliumYamlReader.read(new Source("x.yaml", text));
  }

  @Test
  void readsAPolicyAsPeopleWriteIt() {
    Checked<List<CiliumNetworkPolicy>> read =
        read(
            """
            # A policy with an anchor, flow style and what an API server adds.
            apiVersion: "cilium.io/v2"
            kind: CiliumNetworkPolicy
            metadata:
              name: x
              namespace: shop
              uid: 6f9619ff
              resourceVersion: "7"
            spec:
              endpointSelector: &web {matchLabels: {app: web, since: 2026-01-01}}
              ingress:
              - fromEndpoints:
                - *web
                toPorts: [{ports: [{port: '80'}]}]
              - fromEndpoints: []
              enableDefaultDeny: {ingress: yes}
            status: {conditions: []}
            """);
    assertEquals(List.of(), read.findings());
    EndpointSelector web = EndpointSelector.labels(Map.of("app", "web", "since", "2026-01-01"));
    PolicyRule rule = read.value().getFirst().spec().orElseThrow();
    assertEquals(web, rule.endpointSelector().orElseThrow());
    assertEquals(List.of(new Peers.Endpoints(List.of(web))), rule.ingress().getFirst().peers());
    assertEquals(
        "80",
        rule.ingress().getFirst().toPorts().getFirst().ports().getFirst().port().orElseThrow());
    assertEquals(List.of(new Peers.Endpoints(List.of())), rule.ingress().get(1).peers());
    assertEquals(true, rule.enableDefaultDeny().ingress().orElseThrow());
  }

  @Test
  void opensListsAndNamesOtherKinds() {
    Checked<List<CiliumNetworkPolicy>> read =
        read(
            """
            apiVersion: v1
            kind: List
            items:
              - {apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: {name: a}}
              - {apiVersion: v1, kind: Service, metadata: {name: b}}
            ---
            # nothing
            ---
            apiVersion: cilium.io/v2
            kind: CiliumClusterwideNetworkPolicy
            """);
    assertEquals(1, read.value().size());
    assertEquals(
        List.of(
            "note items[1] `Service` of `v1` is not read",
            "warning  `CiliumClusterwideNetworkPolicy` of `cilium.io/v2` is not read"),
        read.findings().stream()
            .map(f -> f.level().word() + " " + f.path().orElseThrow() + " " + f.message())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          spec | code | path | marked | help
          {endpointSelector: {}, ingres: []} | PC0704 | spec.ingres | ingres | remove it: the API server drops it
          {ingress: [{toPorts: [{ports: [{port: 80}]}]}]} | PC0705 | spec.ingress[0].toPorts[0].ports[0].port | 80 | put it in quotes: `"80"`
          {ingress: [{toPorts: [{ports: [{port: 08}]}]}]} | PC0705 | spec.ingress[0].toPorts[0].ports[0].port | 08 | put it in quotes: `"08"`
          {ingress: [{toPorts: [{ports: [{port: "80", protocol: tcp}]}]}]} | PC0705 | spec.ingress[0].toPorts[0].ports[0].protocol | tcp | did you mean `TCP`?
          {ingress: [{fromEntities: [All]}]} | PC0705 | spec.ingress[0].fromEntities[0] | All | did you mean `all`?
          {ingress: [{toPorts: [{ports: [{port: "80", endPort: "90"}]}]}]} | PC0705 | spec.ingress[0].toPorts[0].ports[0].endPort | "90" | -
          {ingress: [{toPorts: [{ports: [{port: "80", endPort: 0x5A}]}]}]} | PC0705 | spec.ingress[0].toPorts[0].ports[0].endPort | 0x5A | write it in decimal
          {enableDefaultDeny: {ingress: "yes"}} | PC0705 | spec.enableDefaultDeny.ingress | "yes" | -
          {endpointSelector: {matchLabels: {a: yes}}} | PC0705 | spec.endpointSelector.matchLabels.a | yes | put it in quotes: `"yes"`
          {endpointSelector: {matchLabels: {a: b, a: c}}} | PC0707 | spec.endpointSelector.matchLabels.a | a | -
          {endpointSelector: ~} | PC0705 | spec.endpointSelector | ~ | -
          {endpointSelector: {matchExpressions: [{key: a}]}} | PC0706 | spec.endpointSelector.matchExpressions[0].operator | {key: a} | -
          {ingress: {}} | PC0705 | spec.ingress | {} | -
          {ingress: [{fromFQDNs: []}]} | PC0704 | spec.ingress[0].fromFQDNs | fromFQDNs | remove it: the API server drops it
          {egressDeny: [{toFQDNs: []}]} | PC0704 | spec.egressDeny[0].toFQDNs | toFQDNs | remove it: the API server drops it
          {ingressDeny: [{authentication: {mode: required}}]} | PC0704 | spec.ingressDeny[0].authentication | authentication | remove it: the API server drops it
          {egress: [{toPorts: [{serverNames: []}]}]} | PC0705 | spec.egress[0].toPorts[0].serverNames | {serverNames: []} | name a server or remove the field
          {ingress: [{icmps: [{fields: [{family: IPv4}]}]}]} | PC0706 | spec.ingress[0].icmps[0].fields[0].type | {family: IPv4} | -
          {ingress: [{<<: {}}]} | PC0704 | spec.ingress[0].<< | << | write the fields out
          """)
  void namesTheFieldInError(
      String spec, String code, String path, String marked, @Nullable String help) {
    Checked<List<CiliumNetworkPolicy>> read = read(HEAD + "spec: " + spec + "\n");
    assertEquals(1, read.findings().size(), () -> read.findings().toString());
    Finding finding = read.findings().getFirst();
    assertEquals(code, finding.rule());
    assertEquals(path, finding.path().orElseThrow().text());
    assertEquals(marked, finding.at().orElseThrow().text());
    assertEquals(help, finding.help().orElse(null));
    assertTrue(read.hasErrors());
  }

  static List<Arguments> hostileTexts() {
    return List.of(
        arguments("deep", "a: " + "[".repeat(100_000), Code.PC0702.name()),
        arguments("tab", HEAD + "spec:\n\tx: 1\n", Code.PC0701.name()),
        arguments("control", HEAD + "spec: \u0007\n", Code.PC0701.name()),
        arguments("unclosed", HEAD + "spec: {a: 'b\n", Code.PC0701.name()),
        arguments("undefined alias", HEAD + "spec: *x\n", Code.PC0701.name()),
        arguments("laughs", laughs(), Code.PC0702.name()),
        arguments("cycle", HEAD + "spec: &a {specs: *a}\n", Code.PC0704.name()),
        arguments("long", "a".repeat((64 << 20) + 1), Code.PC0702.name()),
        arguments("scalar", "just words\n", Code.PC0705.name()),
        arguments("binary", HEAD + "spec: !!binary aGVsbG8=\n", Code.PC0705.name()),
        arguments("java", "!!javax.script.ScriptEngineManager [a]\n", Code.PC0701.name()),
        arguments("documents", "---\n{a: b}\n".repeat(1_000), Code.PC0706.name()));
  }

  // Ten lists, each naming the one before two hundred times: 200^10 values if it were followed.
  private static String laughs() {
    StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 11; i++) {
      String alias = "*a" + (i - 1) + ",";
      text.append("a").append(i).append(": &a").append(i).append(" [");
      text.append(alias.repeat(200)).append("]\n");
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileTexts")
  void refusesWhatIsMeantToHurt(String name, String text, String code) {
    Checked<List<CiliumNetworkPolicy>> read = read(text);
    assertTrue(read.hasErrors(), name);
    assertEquals(code, read.findings().getFirst().rule(), () -> read.findings().toString());
    assertTrue(read.findings().size() <= 200);
  }

  @Test
  void anAliasedListCountsEachTimeItIsNamed() {
    String peers = "- &p {fromEntities: [" + "all,".repeat(30_000) + "]}\n";
    String aliases = "    - *p\n".repeat(900);
    Checked<List<CiliumNetworkPolicy>> read =
        read(HEAD + "spec:\n  ingress:\n    " + peers + aliases);
    assertEquals(
        List.of("`x.yaml` names more than 10000000 values"),
        read.findings().stream().map(Finding::message).toList());
  }

  @Test
  void countsColumnsInUtf16() {
    Checked<List<CiliumNetworkPolicy>> read =
        read(HEAD + "spec: {description: \"\ud83d\ude00\", x: 1}\n");
    assertEquals("x", read.findings().getFirst().at().orElseThrow().text());
  }
}
