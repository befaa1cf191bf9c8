package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as a shell starts it: `./policyc`.
class LauncherTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path temp = Path.of("unset");

  // Packed by this build just before; `mvn test` packs nothing.
  @BeforeAll
  static void jars() throws IOException {
    Path lib = ROOT.resolve("cli/target/policyc/lib");
    boolean packed = Files.isDirectory(lib) && hasJars(lib);
    assumeTrue(packed || "true".equals(System.getenv("CI")), "the command is not packed");
  }

  private static boolean hasJars(Path lib) throws IOException {
    try (Stream<Path> jars = Files.list(lib)) {
      return jars.anyMatch(jar -> jar.toString().contains("policyc-cli"));
    }
  }

  @Test
  void startsFromAnyFolderAndThroughALink() throws Exception {
    Files.createSymbolicLink(temp.resolve("policyc"), ROOT.resolve("policyc"));
    assertEquals(new Run(0, "policyc 0.1.0-SNAPSHOT\n", ""), shell("./policyc version"));
    assertEquals(
        new Run(0, "policyc 0.1.0-SNAPSHOT\n", ""), shell("'" + ROOT + "/policyc' --version"));
  }

  @Test
  void printsWhatTheCommandPrintsInside() throws Exception {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    Run inside = Run.in(temp).policyc("compile", "--stdout", "shop.policy");
    assertEquals(inside, shell("$policyc compile --stdout shop.policy"));
    assertEquals(
        inside.out(),
        shell("$policyc compile - < shop.policy")
            .out()
            .replace("<stdin>", "shop.policy")
            .replace("\"shop.policy:4\"", "shop.policy:4"));
  }

  @Test
  void passesTheExitStatusOn() throws Exception {
    assertEquals(2, shell("$policyc compile nothere").status());
    assertEquals(2, shell("$policyc compil").status());
    Files.writeString(temp.resolve("bad.policy"), "web may\n");
    assertEquals(1, shell("$policyc compile bad.policy").status());
  }

  @Test
  void keepsArgumentsAsTheyAre() throws Exception {
    Run run = shell("$policyc compile 'no such  file' '*.zzz'");
    assertTrue(run.err().contains("nothing matches `*.zzz`"), run.err());
    assertTrue(run.err().contains("there is no `no such  file`"), run.err());
  }

  @Test
  void readsFileNamesAsUtf8InEveryLocale() throws Exception {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    // Named by the shell: the JVM of a test may have another locale, too.
    String name = "name=$(printf 'l\\303\\244den.policy'); cp shop.policy \"$name\"; ";
    Run run = shell(name + "LC_ALL=C $policyc compile --stdout \"$name\"");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("l\u00e4den.policy:4"), run.out());
  }

  @Test
  void aReaderThatGoesAwayIsNoMistake() throws Exception {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    Run run =
        shell("{ $policyc compile --stdout shop.policy; echo $? >status; } | true; cat status");
    assertEquals("0\n", run.out());
    assertEquals("policyc: 2 objects from 1 file\n", run.err());
  }

  @Test
  void refusesAGigabyteEarly() throws Exception {
    Run run = shell("head -c 1000000000 /dev/zero | $policyc compile --stdout -");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("`<stdin>` is larger than 4 MiB"), run.err());
  }

  /// A status of the JVM's own must not be taken for one of ours.
  @Test
  void aJavaThatDoesNotStartIsAFault() throws Exception {
    Files.writeString(temp.resolve("bad.policy"), "web may\n");
    for (String options : List.of("POLICYC_JAVA_OPTS=-bogus", "_JAVA_OPTIONS=-Xmx1")) {
      Run run = shell(options + " $policyc version");
      assertEquals(3, run.status(), run.err());
      assertTrue(run.err().contains("policyc: Java did not run to its end (status 1)"), run.err());
    }
    assertEquals(1, shell("POLICYC_JAVA_OPTS=-Dx=y $policyc compile bad.policy").status());
    assertEquals(0, shell("POLICYC_JAVA_OPTS=-Dx=y $policyc version").status());
  }

  @Test
  void streamsThatAreClosedAreSaidToBe() throws Exception {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    Run in = shell("$policyc compile --stdout - <&-");
    assertEquals(2, in.status());
    assertTrue(in.err().contains("`<stdin>` cannot be read: it is closed\n"), in.err());
    Run out = shell("$policyc version >&-");
    String said = "policyc: standard output cannot be written: it is closed\n";
    assertEquals(new Run(2, "", said), out);
    assertEquals(0, shell("$policyc compile --into out shop.policy 2>&-").status());
    assertEquals(2, shell("$policyc compil <&- >&- 2>&-").status());
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJava() throws Exception {
    Run run = shell(". '" + ROOT + "/cli/launcher/java.sh'; java_least=99; find_java");
    assertEquals(1, run.status());
    assertTrue(run.err().startsWith("policyc: needs Java 99 or later: install "), run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void passesOverAJavaThatIsTooOld() throws Exception {
    Files.createDirectories(temp.resolve("old/bin"));
    Files.writeString(temp.resolve("old/release"), "JAVA_VERSION=\"17.0.15\"\n");
    Files.createSymbolicLink(temp.resolve("old/bin/java"), Path.of("/bin/false"));
    assertEquals(0, shell("JAVA_HOME=$PWD/old $policyc version").status());
  }

  private Run shell(String script) throws IOException, InterruptedException {
    return new Shell(temp, ROOT.resolve("policyc")).run(script);
  }
}
