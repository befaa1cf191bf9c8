package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a namespace's labels mean, and which of them cannot be read.
class NamespacePolicyTest {
  private static final String PREFIX = "pod-security.kubernetes.io/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          labels                                     | enforce           | audit             | warn              | bad
          ''                                         | privileged:latest | privileged:latest | privileged:latest | ''
          enforce: baseline                          | baseline:latest   | privileged:latest | baseline:latest   | ''
          enforce: baseline, enforce-version: v1.29  | baseline:v1.29    | privileged:latest | baseline:v1.29    | ''
          enforce: baseline, warn-version: v1.29     | baseline:latest   | privileged:latest | baseline:v1.29    | ''
          enforce: restricted, warn: baseline        | restricted:latest | privileged:latest | baseline:latest   | ''
          enforce: restricted, warn: strict          | restricted:latest | privileged:latest | privileged:latest | warn
          enforce: privileged, warn: baseline        | privileged:latest | privileged:latest | baseline:latest   | ''
          enforce: Restricted                        | restricted:latest | privileged:latest | privileged:latest | enforce
          enforce: "true", audit: "true"             | restricted:latest | privileged:latest | privileged:latest | enforce audit
          audit: restricted, audit-version: v1.5     | privileged:latest | restricted:v1.5   | privileged:latest | ''
          enforce: baseline, enforce-version: "1.29" | baseline:latest   | privileged:latest | baseline:latest   | enforce-version
          enforce: null                              | restricted:latest | privileged:latest | privileged:latest | enforce
          """)
  void readsLabels(String labels, String enforce, String audit, String warn, String bad) {
    Checked<NamespacePolicy> read = read(labels);
    assertEquals(enforce, read.value().enforce().toString());
    assertEquals(audit, read.value().audit().toString());
    assertEquals(warn, read.value().warn().toString());
    assertEquals(
        bad, String.join(" ", read.findings().stream().map(NamespacePolicyTest::label).toList()));
  }

  @Test
  void saysWhatABadLabelCountsAs() {
    Finding finding = read("enforce: Restricted").findings().getFirst();
    assertEquals("`Restricted` is no level: it counts as `restricted`", finding.message());
    assertEquals("Restricted", finding.at().orElseThrow().text());
    assertEquals(NamespacePolicy.RULE, finding.rule());
  }

  @Test
  void keepsTheClustersDefaults() {
    LevelVersion strict = Texts.policy("restricted:v1.30");
    NamespacePolicy defaults = new NamespacePolicy(strict, strict, strict);
    assertEquals(defaults, NamespacePolicy.of(Texts.object("metadata: {}"), defaults).value());
    NamespacePolicy loosened = NamespacePolicy.of(namespace("enforce: baseline"), defaults).value();
    assertEquals(Texts.policy("baseline:v1.30"), loosened.enforce());
    assertEquals(List.of(strict, strict), List.of(loosened.audit(), loosened.warn()));
  }

  private static Checked<NamespacePolicy> read(String labels) {
    return NamespacePolicy.of(namespace(labels), NamespacePolicy.PRIVILEGED);
  }

  private static io.policyc.manifests.Place namespace(String labels) {
    StringBuilder yaml = new StringBuilder("metadata:\n  labels:\n    app: web\n");
    for (String label : labels.split(", ", -1)) {
      if (!label.isEmpty()) {
        yaml.append("    ").append(PREFIX).append(label).append('\n');
      }
    }
    return Texts.object(yaml.toString());
  }

  private static String label(Finding finding) {
    String path = finding.path().orElseThrow().text();
    return path.substring(path.indexOf('/') + 1, path.length() - 1);
  }
}
