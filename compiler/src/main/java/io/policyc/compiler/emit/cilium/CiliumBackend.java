package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import java.util.List;

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
    Expressions expressions = new Expressions();
    Plan plan = new Planner(model, settings, territory, sentences, expressions, report).plan();
    List<Policy> policies = new Layout(territory, sentences, report).policies(plan);
    if (!report.hasErrors()) {
      new Judge(settings, expressions, report).check(policies);
    }
    return new Checked<>(Parallel.map(policies, Policy::document), report.findings());
  }
}
