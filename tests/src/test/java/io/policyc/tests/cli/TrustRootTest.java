package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustRootTest {
  @TempDir Path temp = Path.of("unset");

  private Run trustRoot(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "trust-root";
    System.arraycopy(args, 0, all, 1, args.length);
    return Run.in(temp).env("XDG_CACHE_HOME", temp.resolve("cache").toString()).policyc(all);
  }

  @Test
  void namesTheRootThatShips() {
    assertEquals(
        new Run(
            0,
            "Sigstore's public trust root of 2026-11-05 ships with this release and is what"
                + " `verify-bundle` believes\n",
            ""),
        trustRoot());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --into a                                   | says how to refresh
          --refresh                                  | nothing says where the trust root goes
          --refresh --into .                         | is no plain file
          --refresh --into a --tuf-root b            | a mirror is an address and whose word counts
          --refresh --into a --tuf-mirror http://c   | a mirror is an address and whose word counts
          --refresh --into a --tuf-root b --tuf-mirror http://c | there is no root `b`
          --refresh --into a --tuf-root r --tuf-mirror file:///c | is no address of a mirror
          """)
  void refusesWhatDoesNotFitTogether(String args, String says) throws IOException {
    Files.writeString(temp.resolve("r"), "{}");
    Run run = trustRoot(args.split(" ", -1));
    assertEquals(2, run.status());
    assertTrue(run.err().contains(says), run.err());
  }

  @Test
  void leavesTheFileWhenNobodyAnswers() throws IOException {
    Files.writeString(temp.resolve("r"), "{}");
    Files.writeString(temp.resolve("a"), "as before");
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    String mirror = "http://127.0.0.1:" + port;
    assertEquals(
        new Run(
            1,
            "",
            """
            error: the trust root was not refreshed: what the mirror or the folder holds cannot be read
              `a` stays as it was
            """),
        trustRoot("--refresh", "--into", "a", "--tuf-root", "r", "--tuf-mirror", mirror));
    assertEquals("as before", Files.readString(temp.resolve("a")));
  }
}
