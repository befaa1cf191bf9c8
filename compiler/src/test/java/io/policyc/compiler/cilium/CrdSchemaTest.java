package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.schema.CrdSchema;
import io.policyc.compiler.cilium.schema.Verify;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cilium's own schema against our judgement of the same policies.
class CrdSchemaTest {
  private static final Map<CiliumVersion, CrdSchema> SCHEMAS = new EnumMap<>(CiliumVersion.class);

  private static CrdSchema schema(String version) {
    return SCHEMAS.computeIfAbsent(CiliumVersion.parse(version).orElseThrow(), CrdSchema::of);
  }

  private static List<Finding> validate(String version, String document) {
    Checked<List<YamlTree>> trees = YamlTrees.read(new Source("x.yaml", document));
    assertEquals(List.of(), trees.findings());
    return schema(version).validate(trees.value().getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      emptyValue = "",
      textBlock = SanitizeTest.REFUSED)
  void refusesWhatTheLinesOfTheApiServerSay(
      String line, String version, String spec, @Nullable String path) {
    List<Finding> findings = validate(version, SanitizeTest.document(spec));
    // 2a.20 is about metadata, which is no part of the schema; without CEL 1.18 takes no spec.
    if (line.startsWith("2a.") && !line.equals("2a.20")) {
      assertFalse(findings.isEmpty(), line);
    }
    assertTrue(path == null || findings.stream().allMatch(f -> f.path().isPresent()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      useHeadersInDisplayName = true,
      textBlock = SanitizeTest.ACCEPTED)
  void acceptsWhatWeAccept(String version, String spec) {
    assertEquals(List.of(), validate(version, SanitizeTest.document(spec)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          spec | path | marked
          {endpointSelector: {}, ingress: [{}], ingres: []} | spec | []
          {endpointSelector: {}, ingress: [{auth: {}}]} | spec.ingress[0] | {}
          {endpointSelector: {}, ingress: [{fromCIDR: [10.0.0.1]}]} | spec.ingress[0].fromCIDR[0] | 10.0.0.1
          {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: 80}]}]}]} | spec.ingress[0].toPorts[0].ports[0].port | 80
          {endpointSelector: {}, ingress: [{toPorts: [{ports: [{port: "80", protocol: tcp}]}]}]} | spec.ingress[0].toPorts[0].ports[0].protocol | tcp
          {endpointSelector: {}, ingress: {}} | spec.ingress | {}
          {endpointSelector: {}, ingress: [{fromRequires: [a]}]} | spec.ingress[0].fromRequires | [a]
          """)
  void namesThePlace(String spec, String path, String marked) {
    List<Finding> findings = validate("1.20", SanitizeTest.document(spec));
    assertEquals(1, findings.size(), findings::toString);
    assertEquals(path, findings.getFirst().path().orElseThrow().text());
    assertEquals(marked, findings.getFirst().at().orElseThrow().text());
  }

  @Test
  void acceptsWhatTheWriterWritesAndOurRulesAccept() {
    PolicyGenerator generator = new PolicyGenerator(7);
    List<CiliumNetworkPolicy> policies = new ArrayList<>();
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      CiliumNetworkPolicy policy = generator.plausible();
      if (violations(policy).isEmpty()) {
        policies.add(policy);
      } else {
        refused++;
      }
    }
    assertTrue(policies.size() >= 100 && refused >= 100, policies.size() + " were accepted");
    String text = CiliumYamlWriter.write(policies);
    assertEquals(List.of(), Verify.findings(policies, new Source("x.yaml", text), schema("1.20")));
  }

  private static List<Violation> violations(CiliumNetworkPolicy policy) {
    return new Sanitize(CiliumVersion.V1_20, ClusterFlags.DEFAULT, _ -> Optional.empty())
        .violations(policy);
  }

  @Test
  void verifyNoticesATextThatSaysSomethingElse() {
    PolicyRule rule =
        PolicyRule.about(EndpointSelector.EMPTY).withIngress(List.of(AllowRule.NOTHING), List.of());
    CiliumNetworkPolicy policy = CiliumNetworkPolicy.of(Metadata.of("shop", "web"), rule);
    String text = CiliumYamlWriter.write(policy);
    assertEquals(List.of(), verify(policy, text));
    assertEquals(
        List.of("`web` in `x.yaml` reads as another policy"),
        verify(policy, text.replace("ingress", "egress")));
    assertEquals(
        List.of(Code.PC0712.name()),
        Verify.findings(
                List.of(policy),
                new Source("x.yaml", text.replace("ingress", "egress")),
                schema("1.20"))
            .stream()
            .map(Finding::rule)
            .toList());
    assertEquals(
        List.of("`x.yaml` has 2 policies, 1 were written"), verify(policy, text + "---\n" + text));
    assertEquals(
        List.of(Code.PC0704.name(), Code.PC0711.name()),
        Verify.findings(List.of(policy), new Source("x.yaml", text + "  x: 1\n"), schema("1.20"))
            .stream()
            .map(Finding::rule)
            .toList());
  }

  private static List<String> verify(CiliumNetworkPolicy policy, String text) {
    return Verify.findings(List.of(policy), new Source("x.yaml", text), schema("1.20")).stream()
        .map(Finding::message)
        .toList();
  }
}
