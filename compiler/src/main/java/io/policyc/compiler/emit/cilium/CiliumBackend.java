package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import java.util.List;
import java.util.Optional;

/// CiliumNetworkPolicies that mean exactly the set of conversations that the model permits.
public final class CiliumBackend implements Backend {
  @Override
  public String id() {
    return "cilium";
  }

  @Override
  public Checked<List<Document>> emit(Model model, Settings settings) {
    Report report = new Report();
    new Versions(settings, report).check(model);
    Territory territory = new Territory(model);
    Sentences sentences = new Sentences();
    Plan plan = new Planner(model, settings, territory, sentences, report).plan();
    List<Policy> policies = new Layout(territory, sentences, report).policies(plan);
    if (!report.hasErrors()) {
      new Judge(settings, _ -> Optional.empty(), report).check(policies);
    }
    return new Checked<>(policies.stream().map(Policy::document).toList(), report.findings());
  }
}
