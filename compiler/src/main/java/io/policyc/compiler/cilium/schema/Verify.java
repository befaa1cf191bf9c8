package io.policyc.compiler.cilium.schema;

import io.policyc.compiler.Code;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.CiliumYamlReader;
import io.policyc.compiler.cilium.YamlTree;
import io.policyc.compiler.cilium.YamlTrees;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;

/// Whether a written text says what the policies say that it was written from, and whether Cilium's
/// schema takes it.
public final class Verify {
  private Verify() {}

  /// What is wrong with a text: nothing, unless policyc has a fault.
  ///
  /// @param policies what was written, in this order
  /// @param text what came of it
  public static List<Finding> findings(
      List<CiliumNetworkPolicy> policies, Source text, CrdSchema schema) {
    Checked<List<CiliumNetworkPolicy>> read = CiliumYamlReader.read(text);
    List<Finding> findings = new ArrayList<>(read.findings());
    if (!read.hasErrors()) {
      compare(policies, read.value(), text, findings);
    }
    Checked<List<YamlTree>> trees = YamlTrees.read(text);
    if (findings.isEmpty()) {
      findings.addAll(trees.findings());
    }
    trees.value().forEach(tree -> findings.addAll(schema.validate(tree)));
    return List.copyOf(findings);
  }

  private static void compare(
      List<CiliumNetworkPolicy> written,
      List<CiliumNetworkPolicy> read,
      Source text,
      List<Finding> findings) {
    if (written.size() != read.size()) {
      findings.add(
          fault(
              "`%s` has %d policies, %d were written"
                  .formatted(text, read.size(), written.size())));
      return;
    }
    for (int i = 0; i < written.size(); i++) {
      if (!written.get(i).equals(read.get(i))) {
        String name = written.get(i).metadata().name();
        findings.add(fault("`%s` in `%s` reads as another policy".formatted(name, text)));
      }
    }
  }

  private static Finding fault(String message) {
    return Code.PC0712.of(message).withHelp("report this: it is a fault of policyc");
  }
}
