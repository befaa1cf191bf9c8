package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompileTest {
  static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload backend { app: backend; port http 8080 }
      web may GET /api/v1/items on backend
      no alert when every pod connects elsewhere
      no alert when every pod listens elsewhere
      """;

  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    put("shop.policy", SHOP);
    put("broken.policy", SHOP.replace("on backend", "on bakcend"));
    put("latin.policy", "");
    Files.write(temp.resolve("latin.policy"), new byte[] {'#', (byte) 0xe9});
    put("policies/shop.policy", SHOP);
    put("empty/readme.txt", "");
    put("toml/policyc.toml", "[cilium]\nversoin = \"1.20\"\n");
    put("toml/shop.policy", SHOP);
    put("afile", "x");
  }

  /// Each row of the table of exit statuses, by an example or more.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          status | arguments                           | said
          0 | version                                  | policyc
          0 | --version                                | policyc
          0 | --help                                   | Usage: policyc COMMAND
          0 | help compile                             | Usage: policyc compile
          0 | compile --help                           | Usage: policyc compile
          0 | explain PC0050                           | # PC0050: an argument names nothing
          0 | explain pc0050                           | # PC0050: an argument names nothing
          0 | compile --stdout shop.policy             | kind: CiliumNetworkPolicy
          0 | compile shop.policy                      | kind: CiliumNetworkPolicy
          0 | compile --into out shop.policy           | 2 objects in out (2 written) from 1 file
          1 | compile --stdout broken.policy           | error[PC0203]: `bakcend` is not declared
          1 | compile --check --into out shop.policy   | +kind: CiliumNetworkPolicy
          2 | ''                                       | no command is given
          2 | compil                                   | unknown command `compil`⏎   help: did you mean `compile`?
          2 | frobnicate                               | unknown command `frobnicate`⏎   help: see `policyc --help`
          2 | --verion                                 | unknown option `--verion`
          2 | compile --itno x                         | unknown option `--itno`⏎   help: did you mean `--into`?
          2 | compile --out json                       | unknown option `--out`⏎   help: did you mean `--output`?
          2 | compile --stdout=x                       | `--stdout` takes no value⏎   help: leave `=x` out
          2 | compile shop.policy/x                    | error[PC0050]: there is no `shop.policy/x`
          2 | compile --into                           | missing required parameter for option `--into`
          2 | compile --into a --into b                | option `--into` (DIR) should be specified only once
          2 | compile --into a --stdout                | `--stdout` and `--into` exclude each other
          2 | compile --check --stdout                 | `--stdout` and `--check` exclude each other
          2 | compile --check shop.policy              | `--check` needs a folder
          2 | compile --today yesterday                | `yesterday` is no date
          2 | compile --today 2026-02-30               | `2026-02-30` is no date
          2 | compile --target cillium                 | unknown target `cillium`⏎   help: did you mean `cilium`?
          2 | compile -o jsn shop.policy               | unknown output format `jsn`⏎   help: did you mean `json`?
          2 | compile --color sometimes                | unknown choice of colours `sometimes`
          2 | compile nothere.policy                   | error[PC0050]: there is no `nothere.policy`
          2 | compile @shop.policy                     | error[PC0050]: there is no `@shop.policy`
          2 | compile empty                            | error[PC0056]
          2 | compile latin.policy                     | error[PC0055]: byte 1 (0xe9) of `latin.policy` is not UTF-8
          2 | compile broken.policy nothere.policy     | error[PC0050]
          2 | compile toml                             | error[PC0802]: `versoin` is not a setting of `[cilium]`
          2 | compile shop.policy toml                 | error[PC0802]
          2 | compile --set cilium.version=9 shop.policy | error[PC0804]
          2 | compile --into afile shop.policy         | error[PC0823]: `afile` cannot be written
          2 | compile --into afile/out shop.policy     | error[PC0823]: `afile/out` cannot be written
          2 | explain PC9999                           | unknown code `PC9999`
          2 | explain                                  | missing required parameter
          2 | explain PC0050 PC0051                    | is one argument too many
          2 | fmt --check --write                      | exclude each other
          2 | fmt shop.policy policies                 | several files cannot be printed at once
          """)
  void exitStatuses(int status, String arguments, String said) {
    String[] args = arguments.equals("''") ? new String[0] : arguments.split(" ", -1);
    Run run = Run.in(temp).policyc(args);
    assertEquals(status, run.status(), run.out() + run.err());
    assertTrue((run.out() + run.err()).contains(said.replace('⏎', '\n')), run.out() + run.err());
  }

  @Test
  void standardOutputHoldsTheYamlAndNothingElse() {
    Run good = Run.in(temp).policyc("compile", "--stdout", "shop.policy");
    assertTrue(good.out().startsWith("# Written by policyc"), good.out());
    assertEquals(1, good.out().split("\n---\n", -1).length - 1);
    assertEquals("policyc: 2 objects from 1 file\n", good.err());
    Run bad = Run.in(temp).policyc("compile", "--stdout", "broken.policy");
    assertEquals("", bad.out());
    assertTrue(bad.err().contains("error[PC0203]"), bad.err());
    assertTrue(bad.err().endsWith("policyc: nothing written from 1 file; 1 error\n"), bad.err());
  }

  /// Every engine is written for, unless some are named.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          target         | written
          ''             | .policyc-files cilium falco
          cilium         | .policyc-files cilium
          falco          | .policyc-files falco
          cilium,falco   | .policyc-files cilium falco
          """)
  void targetsAreChosen(String target, String written) throws IOException {
    put("alert.policy", SHOP + "alert when web spawns a shell\n");
    List<String> args =
        new ArrayList<>(List.of("compile", "--verify", "--into", "out", "alert.policy"));
    if (!target.isEmpty()) {
      args.addAll(List.of("--target", target));
    }
    Run run = Run.in(temp).policyc(args.toArray(String[]::new));
    assertEquals(0, run.status(), run.err());
    try (Stream<Path> files = Files.list(temp.resolve("out"))) {
      assertEquals(
          written,
          files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.joining(" ")));
    }
    if (target.contains("falco")) {
      String rules = Files.readString(temp.resolve("out/falco/policyc_rules.yaml"));
      assertTrue(rules.contains("- rule: \"policyc shop/web spawns a shell\""), rules);
    }
  }

  @Test
  void aNameThatNoFileCanHaveIsMissing() {
    Run run = Run.in(temp).policyc("compile", "--stdout", "a\0b");
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("error[PC0050]: there is no `a\\u{0}b`"), run.err());
    Run into = Run.in(temp).policyc("compile", "--into", "a\0b", "shop.policy");
    assertEquals(2, into.status());
    assertTrue(into.err().startsWith("policyc: `a\\u{0}b` is no name of a folder"), into.err());
  }

  @Test
  void readsStandardInput() {
    Run run = Run.in(temp).stdin(SHOP).policyc("compile", "-");
    assertEquals(0, run.status());
    assertTrue(run.out().contains("policyc.io/source: \"<stdin>:4\""), run.out());
  }

  @Test
  void refusesAnEndlessStandardInput() {
    AtomicLong taken = new AtomicLong();
    InputStream gigabytes =
        new InputStream() {
          @Override
          public int read() {
            return taken.incrementAndGet() > 1L << 30 ? -1 : '#';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return taken.addAndGet(length) > 1L << 30 ? -1 : length;
          }
        };
    Run run = Run.in(temp).stdin(gigabytes).policyc("compile", "--stdout", "-");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("error[PC0053]: `<stdin>` is larger than 4 MiB"), run.err());
    assertTrue(taken.get() < 16 << 20, "taken: " + taken);
  }

  @Test
  void findingsAreJsonWhereAsked() {
    Run run = Run.in(temp).policyc("compile", "--into", "out", "-o", "json", "broken.policy");
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith("{\n  \"version\": 1,\n  \"findings\": ["), run.out());
    assertTrue(run.out().contains("\"rule\": \"PC0203\""), run.out());
    Run clean = Run.in(temp).policyc("compile", "--into", "out", "-o", "json", "shop.policy");
    assertTrue(clean.out().contains("\"findings\": []"), clean.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compile -o json --itno x",
        "compile -ojson --into",
        "compil --output json",
        "compile -o=json --into a --stdout",
        "compile -o json ''",
        "fmt --output=json --check --write",
      })
  void wrongUsageIsJsonWhereAsked(String arguments) {
    String[] args = arguments.replace("''", "").split(" ", -1);
    Run run = Run.in(temp).policyc(args);
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().startsWith("{\n  \"version\": 1,\n  \"findings\": ["), run.err());
    assertTrue(run.err().endsWith("}\n"), run.err());
    assertTrue(run.err().contains("\"rule\": \"PC0090\""), run.err());
    assertTrue(run.err().contains("\"help\": "), run.err());
    assertTrue(run.err().contains("\"errors\": 1"), run.err());
  }

  @Test
  void coloursFollowTheFlag() {
    String[] plain = {"compile", "--stdout", "broken.policy"};
    assertFalse(Run.in(temp).policyc(plain).err().contains("\033["));
    String[] always = {"compile", "--color", "always", "--stdout", "broken.policy"};
    assertTrue(Run.in(temp).policyc(always).err().contains("\033[1;31merror"));
    assertTrue(Run.in(temp).env("POLICYC_COLOR", "always").policyc(plain).err().contains("\033["));
    // What was asked for in so many words beats what holds for every program.
    assertTrue(Run.in(temp).env("NO_COLOR", "1").policyc(always).err().contains("\033["));
  }

  @Test
  void aReaderThatGoesAwayIsNoMistake() {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    Run run = Run.in(temp).stdout(gone).policyc("compile", "--stdout", "shop.policy");
    assertEquals(0, run.status());
    assertEquals("policyc: 2 objects from 1 file\n", run.err());
  }

  @Test
  void aFullStandardOutputIsOne() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Run run = Run.in(temp).stdout(full).policyc("compile", "--stdout", "shop.policy");
    assertEquals(2, run.status());
    assertEquals(
        """
        error[PC0823]: standard output cannot be written: the disk is full
           help: run again when it can: what was printed is not whole
        policyc: not everything printed from 1 file; 1 error
        """,
        run.err());
    Run help = Run.in(temp).stdout(full).policyc("--help");
    assertEquals(2, help.status());
    assertEquals("policyc: standard output cannot be written: the disk is full\n", help.err());
  }

  @Test
  void aFaultOfOurOwnIsReportedAsOne() {
    InputStream faulty =
        new InputStream() {
          @Override
          public int read() {
            throw new IllegalStateException("a fault for a test");
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            return read();
          }
        };
    Run run = Run.in(temp).stdin(faulty).policyc("compile", "-");
    assertEquals(3, run.status());
    assertTrue(run.err().startsWith("policyc: a fault of policyc's own: "), run.err());
    assertTrue(run.err().contains("help: please report it"), run.err());
    assertFalse(run.err().contains("\tat "), run.err());
    Run json = Run.in(temp).stdin(faulty).policyc("compile", "-o", "json", "-");
    assertEquals(3, json.status());
    assertTrue(json.err().contains("\"rule\": \"PC0091\""), json.err());
    Run debug = Run.in(temp).env("POLICYC_DEBUG", "1").stdin(faulty).policyc("compile", "-");
    assertTrue(debug.err().contains("\tat "), debug.err());
  }

  @Test
  void endlessRecursionAndMemoryAreFaultsToo() {
    for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError())) {
      InputStream faulty =
          new InputStream() {
            @Override
            public int read() {
              throw error;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
              throw error;
            }
          };
      Run run = Run.in(temp).stdin(faulty).policyc("compile", "-");
      assertEquals(3, run.status());
      assertTrue(run.err().contains("help: "), run.err());
    }
  }

  @Test
  void settingsComeFromAboveTheInputAndNameTheFolder() throws IOException {
    put("p/policyc.toml", "[output]\ndirectory = \"generated\"\n");
    put("p/q/shop.policy", SHOP);
    Run run = Run.in(temp).policyc("compile", "p/q");
    assertEquals("policyc: 2 objects in p/generated (2 written) from 1 file\n", run.err());
    assertTrue(Files.exists(temp.resolve("p/generated/cilium/shop/policyc-web.yaml")));
    Run flag = Run.in(temp).policyc("compile", "p/q", "--into", "elsewhere");
    assertTrue(flag.err().contains("in elsewhere (2 written)"), flag.err());
    Run env = Run.in(temp).env("POLICYC_OUTPUT_DIRECTORY", "by-env").policyc("compile", "p/q");
    assertTrue(env.err().contains("in p/by-env (2 written)"), env.err());
    Run out = Run.in(temp).policyc("compile", "p/q", "--stdout");
    assertTrue(out.out().contains("kind: CiliumNetworkPolicy"), out.out());
  }

  @Test
  void theSameInputGivesTheSameBytesFromEveryFolder() throws IOException {
    put("p/policyc.toml", "[output]\ndirectory = \"generated\"\n");
    put("p/z.policy", SHOP);
    put(
        "p/q/a.policy",
        "namespace data\nworkload db { app: db; port pg 5432 }\nshop/web may connect to db\n");
    assertEquals(0, Run.in(temp).policyc("compile", "p").status());
    for (String folder : List.of("p", "p/q", "policies")) {
      Path cwd = temp.resolve(folder);
      String input = cwd.relativize(temp.resolve("p")).toString();
      Run run = Run.in(cwd).policyc("compile", "--check", input.isEmpty() ? "." : input);
      assertEquals("", run.out(), folder);
      assertEquals(0, run.status(), folder);
    }
  }

  @Test
  void unknownVariablesAreWarnings() {
    Run run =
        Run.in(temp)
            .env("POLICYC_CILIUM_VERSOIN", "1.19")
            .policyc("compile", "--stdout", "shop.policy");
    assertEquals(0, run.status());
    assertTrue(
        run.err()
            .startsWith(
                """
                warning[PC0807]: the variable `POLICYC_CILIUM_VERSOIN` means nothing
                   help: did you mean `POLICYC_CILIUM_VERSION`?
                """),
        run.err());
  }

  @Test
  void checksAFolderWithoutWriting() throws IOException {
    Run.in(temp).policyc("compile", "--into", "out", "shop.policy");
    Run same = Run.in(temp).policyc("compile", "--check", "--into", "out", "shop.policy");
    assertEquals(0, same.status());
    assertEquals("", same.out());
    Path web = temp.resolve("out/cilium/shop/policyc-web.yaml");
    Files.writeString(web, Files.readString(web).replace("app: web", "app: wbe"));
    Run changed = Run.in(temp).policyc("compile", "--check", "--into", "out", "shop.policy");
    assertEquals(1, changed.status());
    assertTrue(changed.out().contains("-      app: wbe\n+      app: web\n"), changed.out());
    assertEquals("policyc: 1 file of out would change from 1 file\n", changed.err());
    assertTrue(Files.readString(web).contains("app: wbe"));
  }

  @Test
  void changesByHandAreKeptUnlessForced() throws IOException {
    Run.in(temp).policyc("compile", "--into", "out", "shop.policy");
    Path web = temp.resolve("out/cilium/shop/policyc-web.yaml");
    Files.writeString(web, "by hand\n");
    Run refused = Run.in(temp).policyc("compile", "--into", "out", "shop.policy");
    assertEquals(1, refused.status());
    assertTrue(refused.out().contains("error[PC0820]"), refused.out());
    assertEquals("by hand\n", Files.readString(web));
    Run forced = Run.in(temp).policyc("compile", "--force", "--into", "out", "shop.policy");
    assertEquals(0, forced.status());
    assertTrue(Files.readString(web).contains("kind: CiliumNetworkPolicy"));
  }

  @Test
  void amistakeLeavesTheFolderAsItIs() throws IOException {
    Run.in(temp).policyc("compile", "--into", "out", "shop.policy");
    String before = Files.readString(temp.resolve("out/.policyc-files"));
    assertEquals(1, Run.in(temp).policyc("compile", "--into", "out", "broken.policy").status());
    assertEquals(before, Files.readString(temp.resolve("out/.policyc-files")));
  }

  @Test
  void writesASourceMap() throws IOException {
    Run run =
        Run.in(temp).policyc("compile", "--stdout", "--source-map", "map.json", "shop.policy");
    assertEquals(0, run.status());
    String map = Files.readString(temp.resolve("map.json"));
    assertTrue(map.contains("\"file\": \"cilium/shop/policyc-backend.yaml\""), map);
    assertTrue(map.contains("\"text\": \"web may GET /api/v1/items on backend\""), map);
    Run refused =
        Run.in(temp).policyc("compile", "--stdout", "--source-map", "no/map.json", "shop.policy");
    assertEquals(2, refused.status());
    assertTrue(refused.err().contains("error[PC0823]: `no/map.json` cannot be written"));
  }

  @Test
  void todayDecidesWhatHasExpired() throws IOException {
    put("old.policy", SHOP.replace("web may", "@expires(2026-01-31)\nweb may"));
    String[] args = {"compile", "--stdout", "old.policy", "--today"};
    assertEquals(0, run(args, "2026-01-31").status());
    Run grace = run(args, "2026-02-01");
    assertEquals(0, grace.status());
    assertTrue(grace.err().contains("warning["), grace.err());
    assertEquals(1, run(args, "2026-03-03").status());
    Run clock = Run.in(temp).policyc("compile", "--stdout", "old.policy");
    assertEquals(1, clock.status(), "2026-11-24 is today");
    assertEquals(
        0,
        Run.in(temp)
            .env("POLICYC_TODAY", "2026-01-31")
            .policyc("compile", "--stdout", "old.policy")
            .status());
  }

  private Run run(String[] args, String last) {
    String[] all = java.util.Arrays.copyOf(args, args.length + 1);
    all[args.length] = last;
    return Run.in(temp).policyc(all);
  }

  private void put(String name, String text) throws IOException {
    Files.createDirectories(temp.resolve(name).getParent());
    Files.writeString(temp.resolve(name), text);
  }
}
