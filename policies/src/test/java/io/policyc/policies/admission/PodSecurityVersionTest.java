package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodSecurityVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"latest", "v1.0", "v1.7", "v1.29", "v1.9223372036854775807"})
  void isPrintedAsItIsRead(String text) {
    assertEquals(text, PodSecurityVersion.parse(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1.29",
        "V1.29",
        "v1.29.3",
        "v1.",
        "v1.029",
        "v1.00",
        "v1.-1",
        "v1.+1",
        "v1.٣",
        "v2.0",
        "v1.29 ",
        "v1.29\n",
        "Latest",
        "v1.9223372036854775808",
        "v1.10000000000000000000"
      })
  void isNothingElse(String text) {
    assertEquals(java.util.Optional.empty(), PodSecurityVersion.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          one    | other  | older
          v1.9   | v1.10  | v1.9
          v1.10  | v1.9   | v1.9
          latest | v1.99  | v1.99
          v1.0   | latest | v1.0
          latest | latest | latest
          """)
  void latestIsNewest(String one, String other, String older) {
    assertEquals(older, version(one).olderOf(version(other)).toString());
  }

  private static PodSecurityVersion version(String text) {
    return PodSecurityVersion.parse(text).orElseThrow();
  }

  @Test
  void isNeverNegative() {
    assertThrows(IllegalArgumentException.class, () -> PodSecurityVersion.of(-1));
  }
}
