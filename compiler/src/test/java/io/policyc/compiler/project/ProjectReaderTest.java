package io.policyc.compiler.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.ast.Statement;
import io.policyc.compiler.parse.PolicyParser;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectReaderTest {
  private final MapReader files =
      new MapReader()
          .file("a.policy", "namespace a\n")
          .file("shop/web.policy", "namespace shop\n")
          .file("shop/api/api.policy", "namespace api\n")
          .file("shop/notes.txt", "no policy\n")
          .file("shop/.git/x.policy", "namespace hidden\n")
          .file("shop/.hidden.policy", "namespace dotted\n")
          .stdin("namespace piped\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          arguments             | files
          a.policy              | a.policy
          ./shop//../a.policy   | a.policy
          a.policy a.policy     | a.policy
          .                     | a.policy shop/.hidden.policy shop/api/api.policy shop/web.policy
          shop                  | shop/.hidden.policy shop/api/api.policy shop/web.policy
          shop/                 | shop/.hidden.policy shop/api/api.policy shop/web.policy
          shop a.policy         | a.policy shop/.hidden.policy shop/api/api.policy shop/web.policy
          -                     | <stdin>
          - a.policy            | <stdin> a.policy
          *.policy              | a.policy
          shop/*.policy         | shop/.hidden.policy shop/web.policy
          **/*.policy           | a.policy shop/.hidden.policy shop/api/api.policy shop/web.policy
          shop/**/api.policy    | shop/api/api.policy
          shop/????.policy      | ''
          shop/w*b.pol*         | shop/web.policy
          """)
  void readsWhatArgumentsName(String arguments, String expected) {
    Checked<Project> project = read(arguments.split(" "));
    assertEquals(expected, names(project));
    assertEquals(expected.isEmpty() ? 1 : 0, project.findings().size());
  }

  @Test
  void saysNothingOfWhatAMissingFileMayDeclare() {
    files.file("a.policy", "namespace shop\nimport \"b.policy\"\nimport \"no.policy\"\n");
    files.file("b.policy", "namespace shop\n");
    Checked<Project> project = read("a.policy");
    List<Statement> statements = project.value().files().getFirst().file().statements();

    assertEquals(1, project.findings().size());
    assertTrue(statements.get(1) instanceof Statement.Import);
    assertTrue(statements.get(2) instanceof Statement.Broken);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      useHeadersInDisplayName = true,
      textBlock =
          """
          argument | finding
          nothere  | PC0050 there is no `nothere`
          secret   | PC0051 `secret` cannot be read: permission denied
          fifo     | PC0052 `fifo` is neither a file nor a folder; pipe it to standard input and name `-`
          big      | PC0053 `big` is larger than 4 MiB; split it into several files
          latin    | PC0055 byte 7 (0xe9) of `latin` is not UTF-8; save the file as UTF-8
          cut      | PC0055 byte 2 (0xc3) of `cut` is not UTF-8; save the file as UTF-8
          empty    | PC0056 there is no policy file below `empty`; name files that end in `.policy`
          x*       | PC0056 nothing matches `x*`; name files that are there; `**` stands for any folders
          """)
  void namesWhatCannotBeRead(String argument, String finding) {
    files
        .other("secret", new Found.Unreadable("permission denied"))
        .other("fifo", new Found.Special())
        .bytes("big", new byte[Texts.MAX_FILE + 1])
        .bytes("latin", new byte[] {'#', 'x', '\n', '#', 'a', 'b', 'c', (byte) 0xe9, 'x'})
        .bytes("cut", new byte[] {'#', ' ', (byte) 0xc3})
        .file("empty/readme", "");
    assertEquals(List.of(finding), findings(read(argument)));
  }

  @Test
  void refusesTooMuchInAll() {
    byte[] large = new byte[Texts.MAX_FILE];
    for (int file = 0; file < 65; file++) {
      files.bytes("big/" + file + ".policy", large);
    }
    List<String> found =
        findings(
            ProjectReader.read(
                List.of("big"),
                files,
                source ->
                    Checked.clean(
                        new io.policyc.compiler.ast.PolicyFile(
                            source, List.of(), List.of(), List.of()))));
    assertEquals(
        List.of("PC0054 the input is larger than 256 MiB in all; compile it in several runs"),
        found);
  }

  @Test
  void refusesAnEndlessStandardInput() {
    files.stdin(new byte[Texts.MAX_FILE + 1]);
    assertEquals(
        List.of("PC0053 `<stdin>` is larger than 4 MiB; split it into several files"),
        findings(read("-")));
  }

  @Test
  void followsALinkThatLeadsBackOnce() {
    files.link("shop/api/up", "shop").link("shop/again", "shop/api");
    assertEquals("shop/.hidden.policy shop/again/api.policy shop/web.policy", names(read("shop")));
  }

  @Test
  void readsImportsOnceRelativeToTheirFile() {
    files
        .file("shop/web.policy", "import \"../lib/base.policy\"\nimport \"api/api.policy\"\n")
        .file("lib/base.policy", "import \"../shop/api/api.policy\"\n");
    Checked<Project> project = read("shop/web.policy", "lib/base.policy");
    assertEquals(List.of(), findings(project));
    assertEquals("lib/base.policy shop/api/api.policy shop/web.policy", names(project));
    assertEquals(1, files.looked.stream().filter(name -> name.equals("shop/web.policy")).count());
  }

  @Test
  void aFileIsForeignOnlyIfEveryWayToItIs() {
    files
        .file("web.policy", "foreign import \"base.policy\"\nimport \"mine.policy\"\n")
        .file("base.policy", "import \"deep.policy\"\nimport \"both.policy\"\n")
        .file("deep.policy", "")
        .file("mine.policy", "import \"both.policy\"\n")
        .file("both.policy", "");
    assertEquals(
        "base.policy* both.policy deep.policy* mine.policy web.policy", marked(read("web.policy")));
    assertEquals(
        "base.policy both.policy deep.policy mine.policy web.policy",
        marked(read("web.policy", "base.policy")));
  }

  @Test
  void showsTheChainOfACircle() {
    files
        .file("1.policy", "import \"2.policy\"\n")
        .file("2.policy", "\nimport \"3.policy\"\n")
        .file("3.policy", "\n\nimport \"2.policy\"\n");
    Checked<Project> project = read("1.policy");
    assertEquals(
        List.of("PC0061 `2.policy` imports itself; move what both files need into a third one"),
        findings(project));
    Finding circle = project.findings().getFirst();
    assertEquals("3.policy:3:8", circle.at().orElseThrow().toString());
    assertEquals(
        List.of("2.policy:2:8 imported here"),
        circle.related().stream().map(r -> r.at() + " " + r.message()).toList());
    assertEquals("1.policy 2.policy 3.policy", names(project));
  }

  @Test
  void aFileThatImportsItselfIsACircle() {
    files.file("1.policy", "import \"./1.policy\"\n");
    assertEquals(
        List.of("PC0061 `1.policy` imports itself; move what both files need into a third one"),
        findings(read("1.policy")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          no.policy      | PC0060 there is no `lib/no.policy` to import; write where it lies as seen from the folder of this file
          x.yaml         | PC0063 importing policies that exist comes with a later version; write what `x.yaml` permits as sentences of this file
          ../d.policy    | PC0064 `d.policy` is a folder; name the files in it
          ../../passwd   | PC0065 `../../passwd` is no policy file; name a file that ends in `.policy`
          /etc/x.policy  | PC0065 `/etc/x.policy` is no name to import; write it relative to this file, with `/` between folders
          big.policy     | PC0053 `lib/big.policy` is larger than 4 MiB; split it into several files
          fifo.policy    | PC0052 `lib/fifo.policy` is neither a file nor a folder; pipe it to standard input and name `-`
          """)
  void namesImportsThatCannotBe(String name, String finding) {
    files
        .file("lib/a.policy", "# x\nimport \"" + name + "\"\n")
        .file("d.policy/x", "")
        .bytes("lib/big.policy", new byte[Texts.MAX_FILE + 1])
        .other("lib/fifo.policy", new Found.Special());
    Checked<Project> project = read("lib/a.policy");
    assertEquals(List.of(finding), findings(project));
    assertEquals("lib/a.policy:2:8", project.findings().getFirst().at().orElseThrow().toString());
  }

  @Test
  void boundsTheDepthOfImports() {
    for (int depth = 0; depth < 100; depth++) {
      files.file("d" + depth + ".policy", "import \"d" + (depth + 1) + ".policy\"\n");
    }
    List<String> found = findings(read("d0.policy"));
    assertEquals(1, found.size());
    assertFalse(
        found.getFirst().indexOf("PC0062 imports lie more than 32 deep") < 0, found::toString);
  }

  @Test
  void boundsTheDepthOfFolders() {
    files.file("x/".repeat(40) + "a.policy", "");
    List<String> found = findings(read("x"));
    assertEquals(List.of("PC0057"), found.stream().map(f -> f.substring(0, 6)).toList());
  }

  @Test
  void theOrderOfArgumentsDoesNotMatter() {
    assertEquals(marked(read("a.policy", "shop")), marked(read("shop", "a.policy")));
  }

  private Checked<Project> read(String... arguments) {
    return ProjectReader.read(List.of(arguments), files, PolicyParser::parse);
  }

  private static String names(Checked<Project> project) {
    return String.join(
        " ", project.value().files().stream().map(m -> m.file().source().name()).toList());
  }

  private static String marked(Checked<Project> project) {
    return String.join(
        " ",
        project.value().files().stream()
            .map(m -> m.file().source().name() + (m.foreign() ? "*" : ""))
            .toList());
  }

  private static List<String> findings(Checked<Project> project) {
    return project.findings().stream()
        .map(f -> f.rule() + " " + f.message() + f.help().map(h -> "; " + h).orElse(""))
        .toList();
  }
}
