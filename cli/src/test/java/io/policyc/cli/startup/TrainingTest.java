package io.policyc.cli.startup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingTest {
  /// A bundle that is refused would leave most of verifying untrained.
  @Test
  void theBundleVerifies(@TempDir Path folder) throws IOException {
    Files.write(folder.resolve("bundle.json"), Training.bundle());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {
              "verify-bundle",
              "--bundle",
              "bundle.json",
              Training.NAME,
              Training.ISSUER,
              Training.DIGEST
            },
            new ByteArrayInputStream(new byte[0]),
            out,
            out,
            Map.of(),
            folder,
            Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC));
    assertEquals(0, exit, out::toString);
  }

  /// A mistake in them would train nothing that comes after it.
  @ParameterizedTest
  @ValueSource(strings = {Training.SENTENCES, Training.FEW})
  void theSentencesBecomePolicies(String sentences) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"compile", "--stdout", "-"},
            new ByteArrayInputStream(sentences.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            Map.of(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC());
    assertEquals(0, exit, err::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("CiliumNetworkPolicy"), out::toString);
  }
}
