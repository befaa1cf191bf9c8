package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRulesWriter;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;

/// A file of Falco rules: one for each alert, and for what closed workloads do beyond their grants.
public final class FalcoBackend implements Backend {
  private static final String PATH = "falco/policyc_rules.yaml";

  @Override
  public String id() {
    return "falco";
  }

  @Override
  public Checked<List<Document>> emit(Model model, Settings settings) {
    Report report = new Report();
    RulesFile file = RulesFile.of(model, settings, report);
    if (file.rules().rules().isEmpty()) {
      return new Checked<>(List.of(), report.findings());
    }
    Document document = new Document(PATH, FalcoRulesWriter.write(file.rules()), file.sources());
    return new Checked<>(List.of(document), report.findings());
  }

  @Override
  public List<Finding> verify(Model model, Settings settings, List<Document> documents) {
    FalcoRules rules = RulesFile.of(model, settings, new Report()).rules();
    return documents.stream()
        .flatMap(d -> Verify.findings(rules, new Source(d.path(), d.text())).stream())
        .toList();
  }
}
