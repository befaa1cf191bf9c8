package io.policyc.compiler.emit.cilium;

import io.policyc.compiler.Settings;
import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.schema.CrdSchema;
import io.policyc.compiler.cilium.schema.Verify;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.emit.Sentences;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import java.util.stream.IntStream;

/// CiliumNetworkPolicies that mean exactly the set of conversations that the model permits.
public final class CiliumBackend implements Backend {
  @Override
  public String id() {
    return "cilium";
  }

  @Override
  public Checked<List<Document>> emit(Model model, Settings settings) {
    Report report = new Report();
    List<Policy> policies = policies(model, settings, report);
    return new Checked<>(Parallel.map(policies, Policy::document), report.findings());
  }

  @Override
  public List<Finding> verify(Model model, Settings settings, List<Document> documents) {
    List<CiliumNetworkPolicy> policies =
        policies(model, settings, new Report()).stream().map(Policy::policy).toList();
    CrdSchema schema = CrdSchema.of(settings.cilium().version());
    return IntStream.range(0, documents.size())
        .mapToObj(
            at -> {
              Source text = new Source(documents.get(at).path(), documents.get(at).text());
              return Verify.findings(policies.subList(at, at + 1), text, schema);
            })
        .flatMap(List::stream)
        .toList();
  }

  /// The objects, judged; what was found on the way is in the report.
  static List<Policy> policies(Model model, Settings settings, Report report) {
    new Versions(settings, report).check(model);
    Territory territory = new Territory(model);
    Sentences sentences = new Sentences();
    Expressions expressions = new Expressions();
    Plan plan = new Planner(model, settings, territory, sentences, expressions, report).plan();
    List<Policy> policies = new Layout(territory, sentences, report).policies(plan);
    if (!report.hasErrors()) {
      new Judge(settings, expressions, report).check(policies);
    }
    return policies;
  }
}
