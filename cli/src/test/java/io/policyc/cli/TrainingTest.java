package io.policyc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainingTest {
  /// A mistake in them would train nothing that comes after it.
  @Test
  void theSentencesBecomePolicies() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit =
        Main.run(
            new String[] {"compile", "--stdout", "-"},
            new ByteArrayInputStream(Training.SENTENCES.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            Map.of(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC());
    assertEquals(0, exit, err::toString);
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("CiliumNetworkPolicy"), out::toString);
  }
}
