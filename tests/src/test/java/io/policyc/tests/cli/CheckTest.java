package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
  /// A pod that no level refuses.
  static final String GOOD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: good
      spec:
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: web
            image: registry.example.com/shop/web:1.4.2
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                drop: [ALL]
      """;

  /// The same with the network of its node.
  static final String BAD =
      GOOD.replace("name: good", "name: bad").replace("spec:\n", "spec:\n  hostNetwork: true\n");

  @TempDir Path temp = Path.of("unset");

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Run check(String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "check";
    System.arraycopy(args, 0, all, 1, args.length);
    return Run.in(temp).policyc(all);
  }

  @Test
  void aGoodPodIsClean() throws IOException {
    write("m/good.yaml", GOOD);
    assertEquals(
        new Run(0, "", "policyc: 1 object in 1 file, 1 with pods; 0 denied\n"), check("m"));
  }

  @Test
  void findingsAreGroupedByObject() throws IOException {
    write("m/all.yaml", GOOD + "---\n" + BAD);
    Run run = check("m", "-n", "shop");
    assertEquals(1, run.status());
    assertTrue(
        run.out().startsWith("Pod/bad in shop  (m/all.yaml:18)\nerror[hostNamespaces]: "),
        run.out());
    assertTrue(
        run.out()
            .contains(
                """
                  --> m/all.yaml:23:16 (spec.hostNetwork)
                  23 |   hostNetwork: true
                     |                ^^^^
                """),
        run.out());
    assertTrue(run.err().startsWith("policyc: 2 objects in 1 file, 2 with pods; 1 denied; 1 er"));
  }

  @Test
  void theObjectIsPartOfTheJson() throws IOException {
    write("bad.yaml", BAD);
    Run run = check("bad.yaml", "-o", "json");
    assertTrue(run.out().contains("\"object\": \"Pod/bad in default\""), run.out());
    assertTrue(run.out().contains("\"path\": \"spec.hostNetwork\""), run.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          arguments                              | status
          bad.yaml                               | 1
          bad.yaml --fail-on never               | 0
          bad.yaml --fail-on warning             | 1
          bad.yaml --pod-security privileged     | 0
          bad.yaml --pod-security baseline:v1.29 | 1
          warned.yaml                            | 0
          warned.yaml --fail-on warning          | 1
          broken.yaml                            | 1
          broken.yaml --fail-on never            | 0
          binary.yaml --fail-on never            | 2
          none.yaml --fail-on never              | 2
          bad.yaml binary.yaml                   | 2
          empty --fail-on never                  | 2
          good.yaml --kubernetes-version v1.36   | 0
          good.yaml --kubernetes-version 1.36.4  | 0
          good.yaml --kubernetes-version 2.0     | 2
          good.yaml --pod-security strict        | 2
          good.yaml --fail-on warn               | 2
          good.yaml --policy=                    | 2
          good.yaml --today soon                 | 2
          good.yaml --summary -o json            | 2
          good.yaml -o sarif                     | 0
          bad.yaml -o junit                      | 1
          bad.yaml -o github                     | 1
          - --fix good.yaml                      | 2
          """)
  void exitStatus(String arguments, int status) throws IOException {
    write("good.yaml", GOOD);
    write("bad.yaml", BAD);
    write("warned.yaml", GOOD.replace("    image:", "    imagee: x\n      image:"));
    write("broken.yaml", "a: [\n");
    write("binary.yaml", "a\0b");
    Files.createDirectories(temp.resolve("empty"));
    Run run = check(arguments.split(" +"));
    assertEquals(status, run.status(), run::toString);
  }

  @Test
  void standardInputIsRead() {
    Run run = Run.in(temp).stdin(BAD).policyc("check", "-");
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith("Pod/bad in default  (<stdin>:1)\n"), run.out());
  }

  @Test
  void theSummaryIsATable() throws IOException {
    write("bad.yaml", BAD + "---\n" + BAD.replace("Network", "PID"));
    Run run = check("bad.yaml", "--summary");
    assertEquals(1, run.status());
    assertEquals(
        """
         errors  warnings  notes  check
              2         0      0  hostNamespaces
        """,
        run.out());
  }

  @Test
  void inFoldersOnlyManifestsAreRead() throws IOException {
    write("m/a.yaml", GOOD);
    write("m/b/c.yml", GOOD);
    write("m/b/d.json", "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\"}");
    write("m/notes.txt", "no: manifest");
    write("m/.git/x.yaml", BAD);
    write("m/node_modules/x/x.yaml", BAD);
    Run run = check("m");
    assertEquals(new Run(0, "", "policyc: 3 objects in 3 files, 2 with pods; 0 denied\n"), run);
    assertEquals(1, check("m/.git").status(), "a hidden folder that is named is read");
    assertEquals(0, check("m/**/*.yml").status());
  }

  @Test
  void aNamedFileIsReadWhateverItIsCalled() throws IOException {
    write("pod.txt", BAD);
    assertEquals(1, check("pod.txt").status());
  }

  @Test
  void filesOfOtherProgramsAreNoMistakeInAFolder() throws IOException {
    write("chart/values.yaml", "replicas: 2\n");
    write("chart/pod.yaml", GOOD);
    Run run = check("chart");
    assertEquals(
        new Run(
            0,
            "note[PC1010]: `chart/values.yaml` holds no Kubernetes object, and is not checked\n",
            "policyc: 1 object in 2 files, 1 with pods; 0 denied; 1 note;"
                + " 1 file skipped, which hold no Kubernetes object\n"),
        run);
    assertEquals(1, check("chart/values.yaml").status(), "whoever names it means it");
  }

  @Test
  void aFileThatHasTwoNamesIsOneFile() throws IOException {
    write("m/a.yaml", GOOD);
    Files.createSymbolicLink(temp.resolve("m/b.yaml"), temp.resolve("m/a.yaml"));
    assertTrue(check("m", "m/a.yaml").err().contains("1 object in 1 file"));
  }

  @Test
  void aLinkMustLeadToAManifest() throws IOException {
    write("secret.txt", "root: x\n");
    Files.createSymbolicLink(temp.resolve("a.json"), temp.resolve("secret.txt"));
    Run run = check("a.json");
    assertEquals(2, run.status());
    assertFalse(run.out().contains("root"), run.out());
  }

  @Test
  void theOrderDoesNotDependOnThreads() throws IOException {
    for (int i = 0; i < 300; i++) {
      write("m/" + i % 7 + "/" + i + ".yaml", i % 3 == 0 ? GOOD : BAD);
    }
    Run first = check("m");
    assertEquals(1, first.status());
    for (int i = 0; i < 5; i++) {
      assertEquals(first, check("m"));
    }
  }

  @Test
  void sentencesWithAMistakeAreNoAnswer() throws IOException {
    write("good.yaml", GOOD);
    write("p/a.policy", "namespace shop\nnamespace shop is restricted\nweb may\n");
    Run run = check("good.yaml", "--policy", "p", "--fail-on", "never");
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith("error[PC0"), run.out());
    assertTrue(run.err().contains("not checked: what the sentences ask for"), run.err());
  }

  @Test
  void settingsThatDoNotCountAreTold() throws IOException {
    write("m/good.yaml", GOOD);
    write("m/policyc.toml", "[admission]\nmode = \"enforce\"\n");
    write("p/s.policy", "namespace shop\n");
    assertEquals("", check("m").out());
    for (String arguments : List.of("m --policy p/s.policy", ".")) {
      Run run = check(arguments.split(" ", -1));
      assertTrue(run.out().contains("warning[PC0808]: `m/policyc.toml` does not count"), run.out());
    }
  }

  @Test
  void whatLooksLikeAManifestIsNotPassedOver() throws IOException {
    write("m/good.yaml", GOOD);
    write("m/typo.yaml", GOOD.replace("kind:", "Kind:"));
    Run run = check("m");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("error[PC1010]: this has no `kind`"), run.out());
  }

  @Test
  void namesOfObjectsForgeNoLines() throws IOException {
    write("bad.yaml", BAD.replace("name: bad", "name: \"a\\n::error::b\\e[31m\""));
    String out = check("bad.yaml").out();
    assertTrue(out.lines().noneMatch(line -> line.startsWith("::")), out);
    assertTrue(out.indexOf('\u001b') < 0, out);
  }
}
