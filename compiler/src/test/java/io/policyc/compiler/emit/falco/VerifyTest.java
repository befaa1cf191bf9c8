package io.policyc.compiler.emit.falco;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.policyc.compiler.falco.FalcoRules;
import io.policyc.compiler.falco.FalcoRulesWriter;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A document that is not what was meant is a fault of policyc: PC0511.
final class VerifyTest {
  private static final String POLICY =
      """
      namespace shop
      workload web { app: web }
      alert when web reads /etc/shadow
      """;

  private static final FalcoRules RULES = new Example("x.policy", POLICY).rules();
  private static final String TEXT = FalcoRulesWriter.write(RULES);

  @Test
  void whatWasWrittenIsRight() {
    assertEquals(List.of(), of(FalcoBackend.PATH, TEXT));
    assertEquals(List.of(), wrapped("configmap").verify());
    assertEquals(List.of(), wrapped("rulesfile").verify());
  }

  private static Example wrapped(String in) {
    return new Example("x.policy", "#-- wrap " + in + "\n" + POLICY);
  }

  private static List<Finding> of(String path, String text) {
    return new Verify(RULES, TEXT).findings(new Source(path, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          changed                     | into                          | said
          0.57.0                      | 0.58.0                        | `falco/policyc_rules.yaml` reads as other rules
          "0.4.0"                     | "0.5.0"                       | `falco/policyc_rules.yaml` reads as other rules
          /usr/bin/crun               | /usr/bin/crux                 | `falco/policyc_rules.yaml` reads as other rules
          fd.num >= 0                 | fd.num > 0                    | `falco/policyc_rules.yaml` reads as other rules
          fd.name pmatch              | fd.name in                    | `falco/policyc_rules.yaml` reads as other rules
          WARNING                     | NOTICE                        | `falco/policyc_rules.yaml` reads as other rules
          mitre_credential_access     | mitre_collection              | `falco/policyc_rules.yaml` reads as other rules
          - name: images              | - name: image                 | `falco/policyc_rules.yaml` reads as other rules
          "policyc shop/web reads     | "policyc shop/web  reads      | `falco/policyc_rules.yaml` reads as other rules
          What was opened before      | Whatever was opened before    | `falco/policyc_rules.yaml` reads as other rules
          and fd.num >= 0             | and fd.num >= 0 )             | `falco/policyc_rules.yaml` cannot be read back
          - macro: policyc_runtime    | - makro: policyc_runtime      | `falco/policyc_rules.yaml` cannot be read back
          priority: WARNING           | prio: WARNING                 | `falco/policyc_rules.yaml` cannot be read back
          items: [                    | items: [ [x],                 | `falco/policyc_rules.yaml` cannot be read back
          """)
  void aChangeIsFound(String changed, String into, String said) {
    String other = TEXT.replace(changed, into);
    assertNotEquals(TEXT, other);
    Finding found = of(FalcoBackend.PATH, other).getFirst();
    assertEquals("PC0511", found.rule());
    assertEquals(said, found.message());
  }

  /// Rules that Falco would refuse are found even where they are what was to be written.
  @Test
  void whatFalcoWouldRefuseIsFound() {
    FalcoRules wrong =
        new FalcoRules(
            RULES.comments(),
            RULES.engineVersion(),
            RULES.plugins(),
            RULES.lists(),
            List.of(),
            RULES.rules());
    String text = FalcoRulesWriter.write(wrong);
    List<Finding> found = new Verify(wrong, text).findings(new Source(FalcoBackend.PATH, text));
    assertFalse(found.isEmpty());
    assertEquals("PC0511", found.getFirst().rule());
    assertEquals(
        "Falco would find fault with `falco/policyc_rules.yaml:",
        found.getFirst().message().substring(0, 54));
  }

  @Test
  void aWrongWrappingIsFound() {
    String map = "data:\n  policyc_rules.yaml: |\n    - list: x\n";
    assertEquals(
        "`falco/configmap.yaml` does not hold the rules",
        of(Wrapping.CONFIGMAP, map).getFirst().message());
    String file = "spec:\n  inlineRules:\n    - list: x\n      items: [y]\n";
    assertEquals(
        "`falco/rulesfile.yaml` reads as other rules",
        of(Wrapping.RULESFILE, file).getFirst().message());
    assertEquals(
        "`falco/rulesfile.yaml` cannot be read back",
        of(Wrapping.RULESFILE, "spec: {}\n").getFirst().message());
    assertEquals(
        "`falco/x.yaml` is no document of Falco's", of("falco/x.yaml", "").getFirst().message());
  }
}
