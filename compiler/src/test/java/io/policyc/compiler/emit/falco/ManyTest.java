package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.emit.Document;
import io.policyc.compiler.falco.FalcoRules.FalcoRule;
import io.policyc.compiler.falco.condition.ConditionText;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Inputs of which every part may concern every other.
final class ManyTest {
  /// What forty other workloads may bring along is not told apart: their pods are left out.
  @Test
  void leavesOutWhoMayBelongToVeryMany() {
    StringBuilder text = new StringBuilder("namespace shop\nworkload web { app: web }\n");
    for (int i = 0; i < 40; i++) {
      text.append("workload r" + i + " { role: r" + i + "; port http " + (8000 + i) + " }\n");
      text.append("r" + i + " may connect to r" + (i + 1) % 40 + "\n");
    }
    text.append("web may connect to r1\n");
    Example example = new Example("many.policy", text.toString());
    FalcoRule rule =
        example.rules().rules().stream()
            .filter(r -> r.name().equals("policyc shop/web connects elsewhere"))
            .findFirst()
            .orElseThrow();
    String condition = ConditionText.of(rule.condition());
    assertTrue(condition.contains("and fd.sport = 8001 or k8s.pod.label[role] exists)"), condition);
    assertTrue(rule.description().contains(Blind.OVERLAPS.sentence()), rule.description());
    assertEquals(List.of(), example.verify());
  }

  /// As many as are read, and then the compile says so instead of taking minutes.
  @Test
  void refusesTooManyGroups() {
    StringBuilder text = new StringBuilder("namespace shop\nworkload web { app: web; port 1 }\n");
    for (int i = 0; i < 600; i++) {
      text.append("every pod { a" + i + ": x } in every namespace may connect to web\n");
      text.append("alert when every pod { b" + i + ": x } in every namespace connects elsewhere\n");
    }
    Checked<List<Document>> emitted = new Example("many.policy", text.toString()).emit();
    assertEquals(
        List.of("PC0509"),
        emitted.findings().stream().map(Finding::rule).filter(r -> !r.equals("PC0505")).toList());
  }

  /// Some 600 rules fit into a ConfigMap.
  @Test
  void refusesAnObjectThatNoClusterTakes() {
    StringBuilder text = new StringBuilder("#-- wrap configmap\nnamespace shop\n");
    for (int i = 0; i < 900; i++) {
      text.append("workload w" + i + " { app: w" + i + " }\nalert when w" + i + " reads /x\n");
    }
    Checked<List<Document>> emitted = new Example("many.policy", text.toString()).emit();
    Finding found = emitted.findings().getFirst();
    assertEquals("PC0512", found.rule());
    assertTrue(found.message().startsWith("`falco/configmap.yaml` has 1"), found.message());
    assertTrue(found.message().endsWith(" bytes, and a cluster takes 1048576"), found.message());
  }
}
