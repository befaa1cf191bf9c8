package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies on the disk is not always what a run expects there.
class HostileFilesTest {
  private static final String ESCAPE = "\033";

  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    Files.createDirectories(temp.resolve("folder"));
    Files.createSymbolicLink(temp.resolve("link"), Path.of("elsewhere"));
    Files.createSymbolicLink(temp.resolve("round"), Path.of("folder/.."));
  }

  @ParameterizedTest
  @CsvSource({
    "shop.policy, it is an input of this run",
    "round/shop.policy, it is an input of this run",
    "policyc.toml, it is an input of this run",
    "link, it is a symbolic link",
    "folder, it is a folder",
    "socket, it is no regular file",
    "out/.policyc-files, it belongs to the generated files",
    "round/out/cilium/shop/policyc-web.yaml, it belongs to the generated files",
  })
  void aSourceMapReplacesNothingOfOthers(String target, String reason) throws IOException {
    Files.writeString(temp.resolve("policyc.toml"), "");
    socket(temp.resolve("socket"));
    Run run = run("compile", "--into", "out", "--source-map", target, "shop.policy");
    assertEquals(2, run.status(), run.out() + run.err());
    String said = "error[PC0823]: `" + target + "` cannot be written: " + reason;
    assertTrue(run.out().contains(said), run.out());
    assertFalse(Files.exists(temp.resolve("out")));
    assertEquals(CompileTest.SHOP, Files.readString(temp.resolve("shop.policy")));
  }

  @Test
  void aSourceMapMayLieBesideTheGeneratedFiles() {
    for (int again = 0; again < 2; again++) {
      Run run = run("compile", "--into", "out", "--source-map", "map.json", "shop.policy");
      assertEquals(0, run.status(), run.out() + run.err());
    }
    assertTrue(Files.exists(temp.resolve("map.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compile --stdout -o json shop.policy",
        "compile --check --into out -o json shop.policy",
        "fmt --check -o json shop.policy",
      })
  void theStreamThatHoldsJsonHoldsNothingElse(String arguments) {
    Run run = run(arguments.split(" ", -1));
    assertTrue(run.err().startsWith("{"), run.err());
    assertTrue(run.err().endsWith("}\n"), run.err());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCheckSeesTheListOfFiles(boolean missing) throws IOException {
    run("compile", "--into", "out", "shop.policy");
    Path list = temp.resolve("out/.policyc-files");
    if (missing) {
      Files.delete(list);
    } else {
      Files.writeString(list, Files.readString(list) + "0".repeat(64) + "  cilium/no.yaml\n");
    }
    Run run = run("compile", "--check", "--into", "out", "shop.policy");
    assertEquals(1, run.status(), run.out() + run.err());
    assertTrue(run.err().contains("the list of files in out would change"), run.err());
  }

  @Test
  void differencesSteerNoTerminal() throws IOException {
    String name = "x" + ESCAPE + "[31m\nRED.policy";
    Files.writeString(temp.resolve(name), CompileTest.SHOP + "\n\n\n");
    Run fmt = run("fmt", "--check", ".");
    assertTrue(fmt.out().startsWith("--- x\\u{1b}[31m\\u{a}RED.policy\n+++ "), fmt.out());
    run("compile", "--into", "out", "shop.policy");
    Path web = temp.resolve("out/cilium/shop/policyc-web.yaml");
    Files.writeString(web, Files.readString(web) + "\ta" + ESCAPE + "[2J\n");
    Run check = run("compile", "--check", "--into", "out", "shop.policy");
    assertTrue(check.out().contains("\n-\ta\\u{1b}[2J\n"), check.out());
    assertFalse((fmt.out() + check.out()).contains(ESCAPE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere", "policyc.toml"})
  void settingsThatLeadNowhereAreAMistake(String target) throws IOException {
    Files.createSymbolicLink(temp.resolve("policyc.toml"), Path.of(target));
    Run run = run("compile", "--stdout", "shop.policy");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("`policyc.toml`"), run.err());
  }

  @Test
  void aHugeFileIsNotRead() throws IOException {
    run("compile", "--into", "out", "shop.policy");
    // Longer than any array: reading it whole cannot work.
    try (var web =
        new RandomAccessFile(temp.resolve("out/cilium/shop/policyc-web.yaml").toFile(), "rw")) {
      web.setLength(3L << 30);
    }
    Run run = run("compile", "--into", "out", "shop.policy");
    assertEquals(1, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("error[PC0820]"), run.out());
    Run check = run("compile", "--check", "--into", "out", "shop.policy");
    assertEquals(1, check.status(), check.out() + check.err());
    assertTrue(check.out().contains("policyc-web.yaml differs"), check.out());
    assertEquals(0, run("compile", "--force", "--into", "out", "shop.policy").status());
  }

  // No device of the machine: a run that fails would replace it.
  private static void socket(Path path) throws IOException {
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(path));
    }
  }

  private Run run(String... arguments) {
    return Run.in(temp).policyc(arguments);
  }
}
