package io.policyc.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.oci.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The page on registries names every trouble.
class RegistriesDocTest {
  @ParameterizedTest
  @EnumSource
  void everyTroubleStandsInTheTable(Trouble.Kind kind) throws IOException {
    String page = Files.readString(Path.of("../docs/registries.md"));
    assertTrue(page.contains("\n| `" + kind.id() + "` |"), kind.id());
  }
}
