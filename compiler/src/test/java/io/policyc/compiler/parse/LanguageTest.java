package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every example of the language's definition is read without a word.
final class LanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"example", "names", "grants", "refusals", "runtime", "admission", "expect"})
  void readsEveryExample(String name) throws IOException {
    Checked<PolicyFile> parsed = PolicyParser.parse(new Source(name, text(name)));

    assertEquals(List.of(), parsed.findings());
    assertFalse(parsed.value().statements().isEmpty());
  }

  static String text(String name) throws IOException {
    String file = "/io/policyc/compiler/language/" + name + ".policy";
    try (InputStream in = Objects.requireNonNull(LanguageTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
