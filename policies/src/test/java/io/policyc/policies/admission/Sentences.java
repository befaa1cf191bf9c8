package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.policyc.compiler.Settings;
import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Manifests;
import java.time.LocalDate;
import java.util.List;

/// Sentences and manifests as texts.
final class Sentences {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private Sentences() {}

  /// What sentences mean; they have no errors.
  static Model model(String text) {
    Checked<PolicyFile> file = PolicyParser.parse(new Source("test.policy", text));
    assertFalse(file.hasErrors(), () -> file.findings().toString());
    Checked<Model> model =
        Resolver.resolve(List.of(new Unit(file.value(), false)), Settings.DEFAULT, TODAY);
    assertFalse(model.hasErrors(), () -> model.findings().toString());
    return model.value();
  }

  /// The objects of a text, which has no errors.
  static List<Manifest> manifests(String yaml) {
    Checked<List<Manifest>> read = Manifests.read(new Source("test.yaml", yaml));
    assertFalse(read.hasErrors(), () -> read.findings().toString());
    return read.value();
  }
}
