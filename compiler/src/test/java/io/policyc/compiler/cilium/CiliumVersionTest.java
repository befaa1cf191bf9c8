package io.policyc.compiler.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which spellings name a version.
class CiliumVersionTest {
  @ParameterizedTest
  @CsvSource({
    "1.18, V1_18",
    "v1.19, V1_19",
    "1.20.2, V1_20",
    "v1.20.0, V1_20",
    "1.17, none",
    "1.200, none",
    "1.20., none",
    "1.20.x, none",
    "'', none"
  })
  void parses(String text, String version) {
    assertEquals(version, CiliumVersion.parse(text).map(CiliumVersion::name).orElse("none"));
  }
}
