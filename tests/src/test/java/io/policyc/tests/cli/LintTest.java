package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
  private static final String MACRO = "- macro: opened\n  condition: evt.type in (open, openat)\n";
  private static final String RULE =
      """
      - rule: Shadow opened
        desc: Somebody opens the passwords
        condition: opened and fd.name = /etc/shadow
        output: "%proc.name opened %fd.name"
        priority: WARNING
      """;

  @TempDir Path temp = Path.of("unset");

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run lint(String... args) {
    String[] all = new String[args.length + 2];
    all[0] = "lint";
    all[1] = "--falco";
    System.arraycopy(args, 0, all, 2, args.length);
    return Run.in(temp).policyc(all);
  }

  @Test
  void cleanRulesAreClean() {
    Run run = Run.in(temp).stdin(MACRO + RULE).policyc("lint", "--falco", "-");
    assertEquals(new Run(0, "", "policyc: 1 file checked\n"), run);
  }

  @Test
  void pointsIntoTheConditionWithAdvice() throws IOException {
    write("a.yaml", MACRO + RULE.replace("fd.name = ", "fd.nam = "));
    Run run = lint("a.yaml");
    assertEquals(1, run.status());
    assertEquals(
        """
        error[PC0922]: there is no field `fd.nam`
          --> a.yaml:5:25
           5 |   condition: opened and fd.nam = /etc/shadow
             |                         ^^^^^^
           help: did you mean `fd.name`?
        """,
        run.out());
    assertEquals("policyc: 1 file checked; 1 error\n", run.err());
  }

  @Test
  void findsEverythingAtOnceInTheOrderOfTheFile() throws IOException {
    String wrong = RULE.replace("opened and fd.name = ", "openned and fd.name == ");
    write("a.yaml", wrong.replace("WARNING", "HIGH").replace("%proc.name", "%proc.nme"));
    write("b.yaml", MACRO.replace("openat", "openta") + RULE);
    String out = lint("a.yaml", "b.yaml").out();
    assertTrue(out.contains("`HIGH` is no priority"), out);
    assertTrue(out.contains("there is no event `openta`"), out);
    assertTrue(out.indexOf("a.yaml:5") < out.indexOf("b.yaml:2"), out);
  }

  @Test
  void filesSeeEachOtherAsFalcoLoadsThem() throws IOException {
    write("rules.d/10-macros.yaml", MACRO);
    write("rules.d/20-rules.yml", RULE);
    write("rules.d/notes.txt", "no: rules");
    assertEquals(0, lint("rules.d").status());
    assertEquals(0, lint("rules.d/*.yaml", "rules.d/*.yml").status());
    Run turned = lint("rules.d/20-rules.yml", "rules.d/10-macros.yaml");
    assertEquals(1, turned.status());
    assertTrue(turned.out().contains("there is no macro `opened`"), turned.out());
  }

  @Test
  void warningsAskForNoStatus() throws IOException {
    write("a.yaml", MACRO + MACRO.replace("opened", "unused") + RULE);
    Run run = lint("a.yaml");
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("warning[PC0912]: nothing uses the macro `unused`"), run.out());
  }

  @Test
  void pluginsMakeFieldsKnown() throws IOException {
    write("a.yaml", MACRO + RULE.replace("fd.name = /etc/shadow", "k8smeta.ns.name = shop"));
    assertEquals(1, lint("a.yaml").status());
    assertEquals(0, lint("a.yaml", "--plugin", "k8smeta").status());
    write("b.yaml", "- required_plugin_versions: [{name: k8smeta, version: 0.2.0}]\n");
    assertEquals(1, lint("b.yaml").status());
    assertEquals(0, lint("b.yaml", "--plugin", "k8smeta").status());
    assertEquals(1, lint("b.yaml", "--plugin", "k8smeta=0.1.0").status());
  }

  @Test
  void printsJson() throws IOException {
    write("a.yaml", RULE);
    Run run = lint("a.yaml", "-o", "json");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("\"PC0921\""), run.out());
    assertEquals("", run.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lint a.yaml               | nothing says what is to be checked
          lint --falco              | no rules file is named
          lint --falco --plugin = x | `--plugin` names no plugin
          """)
  void wrongUsage(String args, String message) {
    Run run = Run.in(temp).policyc(args.split(" ", -1));
    assertEquals(2, run.status());
    assertTrue(run.err().startsWith("policyc: " + message), run.err());
  }

  @Test
  void whatIsNotThereIsUsage() throws IOException {
    assertEquals(2, lint("none.yaml").status());
    write("empty/notes.txt", "");
    Run run = lint("empty");
    assertEquals(2, run.status());
    assertTrue(run.out().contains("there is no rules file below `empty`"), run.out());
  }

  @Test
  void aLinkMustLeadToYaml() throws IOException {
    Path secret = temp.resolve("secret.txt");
    Files.writeString(secret, "root:x:0\n");
    Files.createSymbolicLink(temp.resolve("a.yaml"), secret);
    Run run = lint("a.yaml");
    assertEquals(2, run.status());
    assertFalse(run.out().contains("root"), run.out());
  }
}
