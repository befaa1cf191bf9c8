package io.policyc.compiler.emit.falco;

import io.policyc.compiler.Code;
import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.emit.Report;
import io.policyc.compiler.falco.FalcoRulesWriter;
import io.policyc.compiler.model.Model;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A file of Falco rules: one for each alert, and for what closed workloads do beyond their grants.
public final class FalcoBackend implements Backend {
  static final String PATH = "falco/policyc_rules.yaml";

  private static final int MOST_BYTES = 1 << 20;

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
    String rules = FalcoRulesWriter.write(file.rules());
    List<Document> documents = new ArrayList<>();
    documents.add(new Document(PATH, rules, file.sources()));
    Wrapping.of(rules, file.sources(), settings.falco()).ifPresent(documents::add);
    documents.stream().skip(1).forEach(document -> tooLarge(document).ifPresent(report::add));
    return new Checked<>(documents, report.findings());
  }

  // Source: Kubernetes v1.36, core validation of ConfigMaps; etcd takes little more of any object.
  private static Optional<Finding> tooLarge(Document document) {
    int bytes = document.text().getBytes(StandardCharsets.UTF_8).length;
    return bytes <= MOST_BYTES
        ? Optional.empty()
        : Optional.of(
            Code.PC0512
                .of(
                    "`"
                        + document.path()
                        + "` has "
                        + bytes
                        + " bytes, and a cluster takes "
                        + MOST_BYTES)
                .withHelp("load `" + PATH + "` from a file, and leave `wrap` out of `[falco]`"));
  }

  @Override
  public List<Finding> verify(Model model, Settings settings, List<Document> documents) {
    RulesFile file = RulesFile.of(model, settings, new Report());
    Verify verify = new Verify(file.rules(), FalcoRulesWriter.write(file.rules()));
    return documents.stream()
        .flatMap(d -> verify.findings(new Source(d.path(), d.text())).stream())
        .toList();
  }
}
