package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is written is read back the same, whatever it says.
class RoundTripTest {
  private static final long SEED = Long.getLong("seed", 20260729L);

  @Test
  void readsEveryPolicyBackAsItWas() {
    PolicyGenerator generator = new PolicyGenerator(SEED);
    for (int i = 0; i < 500; i++) {
      CiliumNetworkPolicy policy = generator.policy();
      String text = CiliumYamlWriter.write(policy);
      Checked<List<CiliumNetworkPolicy>> read =
          CiliumYamlReader.read(new Source("generated.yaml", text));
      assertEquals(List.of(), read.findings(), text);
      assertEquals(List.of(policy), read.value(), text);
      assertEquals(text, CiliumYamlWriter.write(policy));
    }
  }

  @Test
  void readsManyDocumentsBack() {
    PolicyGenerator generator = new PolicyGenerator(SEED + 1);
    List<CiliumNetworkPolicy> policies = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      policies.add(generator.policy());
    }
    Checked<List<CiliumNetworkPolicy>> read =
        CiliumYamlReader.read(new Source("generated.yaml", CiliumYamlWriter.write(policies)));
    assertEquals(policies, read.value());
    assertTrue(read.findings().isEmpty());
  }
}
