package io.policyc.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSecurityVersionsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          latest, true
          v1.0, true
          v1.34, true
          v1.1000, true
          v1.9223372036854775807, true
          v1.9223372036854775808, false
          v1.99999999999999999999, false
          v1.034, false
          v1.00, false
          v1., false
          v1.3a, false
          v1.-1, false
          v1.٣, false
          1.34, false
          V1.34, false
          v1.34.1, false
          v2.0, false
          Latest, false
          '', false
          """)
  void isWrittenAsTheApiServerReadsIt(String text, boolean version) {
    assertEquals(version, PodSecurityVersions.isVersion(text));
  }
}
