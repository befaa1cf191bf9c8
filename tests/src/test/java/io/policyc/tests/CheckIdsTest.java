package io.policyc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.CheckIds;
import io.policyc.compiler.PodSecurityVersions;
import io.policyc.policies.admission.Check;
import io.policyc.policies.admission.Checks;
import io.policyc.policies.admission.PodSecurityVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What sentences and settings know of the checks, held against the checks.
class CheckIdsTest {
  @Test
  void everyCheckCanBeNamed() {
    assertEquals(
        Checks.ALL.stream()
            .map(Check::id)
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .distinct()
            .toList(),
        CheckIds.ALL);
    assertEquals(
        CheckIds.ALL.stream().sorted(String.CASE_INSENSITIVE_ORDER).distinct().toList(),
        CheckIds.ALL);
    assertTrue(Checks.ALL.size() > 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "latest",
        "v1.0",
        "v1.1000",
        "v1.034",
        "v1.00",
        "v1.",
        "1.34",
        "V1.34",
        "v1.34.1",
        "v2.0",
        "v1.9223372036854775807",
        "v1.9223372036854775808",
        "v1.-1",
        "v1.+1",
        "",
        "v1. 1"
      })
  void versionsAreTheSame(String text) {
    assertEquals(
        PodSecurityVersion.parse(text).isPresent(), PodSecurityVersions.isVersion(text), text);
  }
}
