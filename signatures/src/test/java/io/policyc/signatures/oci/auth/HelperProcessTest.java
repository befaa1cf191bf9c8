package io.policyc.signatures.oci.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Fetched;
import io.policyc.signatures.oci.Timekeeper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Helpers of all characters, as scripts.
@DisabledOnOs(OS.WINDOWS)
class HelperProcessTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          script                                                                  | said
          read s; echo "{\\"Username\\":\\"u\\",\\"Secret\\":\\"for $s\\"}"       | Password for a.test
          echo '{"Username":"<token>","Secret":"t"}'                              | IdentityToken t
          echo 'credentials not found in native keychain'; exit 1                 | none
          echo 'the keychain is locked'; exit 1                                   | unreachable
          echo '{"Username":"u"}'                                                 | unreachable
          echo nonsense                                                           | unreachable
          exit 0                                                                  | unreachable
          while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done                 | unreachable
          exec 1>&-; sleep 60                                                     | unreachable
          sleep 60                                                                | unreachable
          """)
  @Timeout(20)
  void everyHelperHasItsAnswer(String script, String said) throws IOException {
    Path program = folder.resolve("docker-credential-it");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    boolean stalls = script.contains("sleep");
    Deadline deadline = Deadline.in(Duration.ofMillis(stalls ? 200 : 15_000), Timekeeper.SYSTEM);
    Fetched<Credential> got =
        new HelperProcess(name -> program.toString()).get("it", "a.test", deadline);
    assertEquals(said, word(got));
  }

  private static String word(Fetched<Credential> fetched) {
    return switch (fetched) {
      case Fetched.There<Credential>(Credential.Password(var user, var secret)) ->
          "Password " + secret;
      case Fetched.There<Credential>(Credential.IdentityToken(var token)) ->
          "IdentityToken " + token;
      case Fetched.There<Credential> other -> other.toString();
      case Fetched.NotThere<Credential> nothing -> "none";
      case Fetched.Unknown<Credential> unknown ->
          assertInstanceOf(Fetched.Unknown.class, unknown).trouble().kind().id();
    };
  }
}
