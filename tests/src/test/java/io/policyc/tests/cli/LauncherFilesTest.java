package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the launcher does when its files are damaged, missing or not built: in a copy of its own.
class LauncherFilesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Run VERSION = new Run(0, "policyc 0.1.0-SNAPSHOT\n", "");

  @TempDir static Path made = Path.of("unset");

  @TempDir Path temp = Path.of("unset");
  private Path clone = Path.of("unset");
  private Path home = Path.of("unset");

  // With a cache, made in the foreground; the launcher then takes it that somebody makes another
  // one.
  @BeforeAll
  static void make() throws Exception {
    List<String> lib = names(ROOT.resolve("cli/target/policyc/lib"));
    boolean packed = lib.stream().anyMatch(name -> name.contains("policyc-cli"));
    assumeTrue(packed || "true".equals(System.getenv("CI")), "the command is not packed");
    String script =
        """
        mkdir -p cli/target/policyc && cp -r '%1$s/cli/launcher' cli && cp '%1$s/policyc' . &&
          cp -r '%1$s/cli/target/policyc/lib' cli/target/policyc || exit
        root=$PWD home=$PWD/cli/target/policyc flags=-XX:+UseSerialGC
        . cli/launcher/java.sh && . cli/launcher/jars.sh && . cli/launcher/cache.sh &&
          find_java && find_jars && make_id && (make_cache) && mkdir "$home/aot/making"
        """
            .formatted(ROOT);
    Run run = new Shell(made, Path.of("unset")).run(script);
    assertEquals(0, run.status(), run.err());
  }

  @BeforeEach
  void copy() throws Exception {
    clone = temp.resolve("a clone");
    home = clone.resolve("cli/target/policyc");
    assertEquals(0, shell("cp -r '" + made + "' \"$clone\"").status());
  }

  /// A cache that is damaged costs at most one run, and says nothing where that can be seen before.
  @Test
  void aDamagedCacheIsThrownAway() throws Exception {
    Path good = cache();
    assertEquals(0, shell("cp -r '" + good + "' kept").status());
    assertEquals(VERSION, shell("\"$policyc\" version"));
    assertTrue(Files.exists(good.resolve("policyc.aot")), "a good cache went away");
    for (String damage :
        List.of(
            "truncate -s 1000 policyc.aot",
            ": >policyc.aot",
            ": >policyc.jar",
            "rm policyc.jar",
            "rm sizes",
            // A run that broke off; no process has that number.
            ": >run-999999999")) {
      assertEquals(0, shell("cd '" + good + "' && " + damage).status(), damage);
      assertEquals(VERSION, shell("\"$policyc\" version"), damage);
      boolean unused = damage.equals("rm sizes");
      assertEquals(unused, Files.exists(good.resolve("policyc.aot")), damage);
      shell("rm -rf '" + good + "'; cp -r kept '" + good + "'");
    }
  }

  /// The classes of the cache are rewritten; what they say is not.
  @Test
  void theCacheSaysWhatTheJarsSay() throws Exception {
    for (String example : List.of("quickstart", "readonly-api", "boutique", "company")) {
      String compile = " \"$policyc\" compile --verify --stdout \"$root/examples/" + example + "\"";
      Run plain = shell("POLICYC_NO_CACHE=1" + compile);
      assertEquals(0, plain.status(), plain.err());
      assertEquals(plain, shell(compile), example);
    }
  }

  /// Damage that leaves the size can be seen only when it is too late, but only once.
  @Test
  void aCacheThatBreaksAJavaDoesSoOnce() throws Exception {
    Path cache = cache();
    try (var file = new RandomAccessFile(cache.resolve("policyc.aot").toFile(), "rw")) {
      byte[] nonsense = new byte[(int) (file.length() / 2)];
      Arrays.fill(nonsense, (byte) 0xa5);
      file.seek(file.length() / 4);
      file.write(nonsense);
    }
    Path empty = Files.createDirectory(temp.resolve("empty"));
    Run broken = shell("cd empty && \"$policyc\" version");
    assertTrue(broken.status() != 0, broken.out());
    assertEquals(VERSION, shell("\"$policyc\" version"));
    assertFalse(Files.exists(cache), "the cache is still there");
    assertEquals(List.of(), names(empty));
  }

  private Path cache() {
    List<String> names = names(home.resolve("aot"));
    assertEquals(2, names.size(), names.toString());
    return home.resolve("aot").resolve(names.getFirst());
  }

  @Test
  void aColonInThePathIsSaidToBeTheReason() throws Exception {
    Path bad = temp.resolve("a:b");
    Files.move(clone, bad);
    Run run = new Shell(temp, bad.resolve("policyc")).run("\"$policyc\" version");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("policyc: cannot run from " + bad + ": "), run.err());
  }

  @Test
  void buildsWhatIsNotThere() throws Exception {
    makeClone("cp -r '" + stash() + "/lib' cli/target/policyc");
    String building = "policyc: building (the first time takes a minute or two) …\n";
    Run first = build();
    assertEquals(new Run(0, VERSION.out(), building), first);
    assertEquals(VERSION, build());
    // The mark that something was built is there; what was built is not.
    shell("rm -r \"$home/lib\"");
    assertEquals(first, build());
    shell("rm \"$home/lib/\"antlr*.jar");
    assertEquals(first, build());
    assertEquals(VERSION, build());
  }

  @Test
  void aFailedBuildShowsWhatItSaidWithoutColours() throws Exception {
    makeClone("printf '\\033[0m\\033[1;31mno\\033[m\\n' >&2; false");
    stash();
    Run run = build();
    assertEquals(2, run.status());
    assertTrue(run.err().endsWith("\nno\npolicyc: the build failed\n"), run.err());
  }

  @Test
  void theSecondOfTwoFirstRunsSaysThatItWaits() throws Exception {
    makeClone("cp -r '" + stash() + "/lib' cli/target/policyc");
    Files.createDirectories(home);
    Run run =
        shell(
            """
            mkfifo said && exec 9>"$home/build.lock" && flock 9
            (unset POLICYC_NO_BUILD; export PATH="$PWD/bin:$PATH" POLICYC_NO_CACHE=1
              exec "$policyc" version 2>said 9>&-) &
            exec 8<said && read -r line <&8 && flock -u 9 && printf '%s\\n' "$line" >&2 && wait
            """);
    assertEquals("policyc: another run is building: waiting for it …\n", run.err());
    assertEquals(VERSION.out(), run.out());
  }

  @Test
  void whereNothingCanBeWrittenNothingIsBuilt() throws Exception {
    makeClone("false");
    stash();
    // A file in place of the folder: permissions do not hold everybody back.
    shell("rm -r \"$clone/cli/target\" && : >\"$clone/cli/target\"");
    Run run = build();
    assertEquals(2, run.status());
    String said = "policyc: is not built yet, and " + home + " cannot be written: ";
    assertTrue(run.err().startsWith(said), run.err());
    assertEquals(1, run.err().lines().count());
  }

  /// Makes the copy a clone, in which sources are built by a program in place of Maven.
  private void makeClone(String maven) throws IOException {
    Files.writeString(clone.resolve("pom.xml"), "");
    Path bin = Files.createDirectory(temp.resolve("bin"));
    Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + maven + "\n");
    bin.resolve("mvn").toFile().setExecutable(true);
  }

  // Takes the jars away, to where the program in place of Maven finds them.
  private Path stash() throws IOException {
    Path stash = Files.createDirectory(temp.resolve("stash"));
    Files.move(home.resolve("lib"), stash.resolve("lib"));
    return stash;
  }

  private Run build() throws Exception {
    return shell(
        "unset POLICYC_NO_BUILD; export PATH=\"$PWD/bin:$PATH\" POLICYC_NO_CACHE=1\n"
            + "\"$policyc\" version");
  }

  private Run shell(String script) throws IOException, InterruptedException {
    String where = "root='" + ROOT + "' clone='" + clone + "' home='" + home + "'\n";
    return new Shell(temp, clone.resolve("policyc")).run(where + script);
  }

  private static List<String> names(Path folder) {
    String[] names = folder.toFile().list();
    return Arrays.stream(Objects.requireNonNullElse(names, new String[0])).sorted().toList();
  }
}
