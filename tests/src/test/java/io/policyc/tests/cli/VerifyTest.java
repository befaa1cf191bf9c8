package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.policyc.compiler.Settings;
import io.policyc.compiler.emit.Backend;
import io.policyc.compiler.emit.Backends;
import io.policyc.compiler.emit.Document;
import io.policyc.compiler.model.Model;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.resolve.Resolver;
import io.policyc.compiler.resolve.Unit;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyTest {
  @ParameterizedTest
  @ValueSource(strings = {"quickstart", "readonly-api", "boutique", "company"})
  void examplesReadBackAsTheyWereMeant(String example) {
    Path examples = Path.of("../examples").toAbsolutePath().normalize();
    String[] args = {"compile", "--verify", "--stdout", example};
    Run run = Run.in(examples).policyc(args);
    assertEquals(0, run.status(), run.err());
    assertFalse(run.err().contains("error"), run.err());
  }

  /// A text that says something else than its records, or that the schema refuses, is found.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          written                     | read
          method: GET                 | method: PUT
          app: web                    | app: wbe
          port: "8080"                | port: "808000"
          apiVersion: cilium.io/v2    | apiVersion: cilium.io/v1
          endpointSelector:           | endpointSelectr:
          """)
  void whatReadsAsAnotherPolicyIsFound(String written, String read) {
    Backend cilium = Backends.ALL.getFirst();
    Model model = model();
    List<Document> documents = cilium.emit(model, Settings.DEFAULT).value();
    assertEquals(List.of(), cilium.verify(model, Settings.DEFAULT, documents));
    List<Document> altered =
        documents.stream()
            .map(d -> new Document(d.path(), d.text().replace(written, read), d.sources()))
            .toList();
    List<Finding> findings = cilium.verify(model, Settings.DEFAULT, altered);
    assertFalse(findings.isEmpty(), "nothing was found");
  }

  private static Model model() {
    Source source = new Source("shop.policy", CompileTest.SHOP);
    Unit unit = new Unit(PolicyParser.parse(source).value(), false);
    return Resolver.resolve(List.of(unit), Settings.DEFAULT, LocalDate.of(2026, 11, 24)).value();
  }
}
