package io.policyc.tests.peers.cosign;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every difference is explained.
final class DifferencePageTest {
  private static final String PAGE = "docs/decisions/0050-where-cosign-and-policyc-differ.md";

  @ParameterizedTest
  @EnumSource(Difference.class)
  void isExplained(Difference difference) throws IOException {
    String text = Files.readString(Path.of("..", PAGE));
    assertTrue(text.contains("\n## `" + difference.id() + "`\n"), difference.id());
  }
}
