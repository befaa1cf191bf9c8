package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFixTest {
  private static final String POD =
      """
      # A pod that says nothing of its rights.
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        # the site
        containers:
          - name: web   # as the Service calls it
            image: "registry.example.com/web:1.4.2"
      """;

  private static final String FIXED =
      """
      # A pod that says nothing of its rights.
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        # the site
        containers:
          - name: web   # as the Service calls it
            image: "registry.example.com/web:1.4.2"
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                drop: [ALL]
      """;

  @TempDir Path temp = Path.of("unset");

  private String fixed(String text) throws IOException {
    Files.writeString(temp.resolve("a.yaml"), text);
    Run.in(temp).policyc("check", "--fix", "a.yaml");
    return Files.readString(temp.resolve("a.yaml"));
  }

  @Test
  void writesWhatIsSafeAndLeavesTheRest() throws IOException {
    assertEquals(FIXED, fixed(POD));
    Run again = Run.in(temp).policyc("check", "--fix", "a.yaml");
    assertEquals(
        new Run(0, "", "policyc: 1 object in 1 file, 1 with pods; 0 denied; nothing fixed\n"),
        again);
    assertEquals(FIXED, Files.readString(temp.resolve("a.yaml")));
  }

  /// An API server refuses what Linux calls seccomp, privileges and capabilities there.
  @Test
  void podsForWindowsGetNothingThatWindowsLacks() throws IOException {
    String pod = POD.replace("spec:\n", "spec:\n  os: {name: windows}\n");
    Files.writeString(temp.resolve("a.yaml"), pod);
    Run.in(temp).policyc("check", "--fix", "--pod-security", "restricted:v1.24", "a.yaml");
    String fixed = Files.readString(temp.resolve("a.yaml"));
    assertTrue(fixed.contains("runAsNonRoot: true"), fixed);
    assertFalse(fixed.contains("seccomp") || fixed.contains("drop"), fixed);
    assertFalse(fixed.contains("allowPrivilegeEscalation"), fixed);
  }

  @Test
  void lineEndsStay() throws IOException {
    assertEquals(FIXED.replace("\n", "\r\n"), fixed(POD.replace("\n", "\r\n")));
  }

  @Test
  void aLastLineWithoutAnEndStaysOne() throws IOException {
    assertEquals(FIXED.strip(), fixed(POD.strip()));
  }

  @Test
  void jsonStaysJson() throws IOException {
    String json =
        """
        {
        \t"apiVersion": "v1",
        \t"kind": "Pod",
        \t"spec": {
        \t\t"containers": [
        \t\t\t{"name":"web","securityContext":{}}
        \t\t]
        \t}
        }
        """;
    assertEquals(
        """
        {
        \t"apiVersion": "v1",
        \t"kind": "Pod",
        \t"spec": {
        \t\t"containers": [
        \t\t\t{"name":"web","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]}}}
        \t\t],
        \t\t"securityContext": {"runAsNonRoot": true, "seccompProfile": {"type": "RuntimeDefault"}}
        \t}
        }
        """,
        fixed(json));
  }

  @Test
  void whatSomebodyWroteStays() throws IOException {
    String text =
        FIXED
            .replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true")
            .replace("runAsNonRoot: true", "runAsNonRoot: false");
    assertEquals(text, fixed(text));
    Run run = Run.in(temp).policyc("check", "--fix", "a.yaml");
    assertEquals(1, run.status());
    assertTrue(run.out().contains("not fixed: policyc changes no value that somebody wrote"));
  }

  @Test
  void whatAnApiServerOrANodeWouldRefuseStays() throws IOException {
    String privileged = POD + "      securityContext:\n        privileged: true\n";
    assertTrue(!fixed(privileged).contains("allowPrivilegeEscalation"));
    String root = POD + "      securityContext:\n        runAsUser: 0\n";
    assertTrue(!fixed(root).contains("runAsNonRoot"));
  }

  @Test
  void whatSeveralPlacesShareStays() throws IOException {
    String text =
        POD.replace("- name", "- &one\n      name").replace("web   #", "web   #") + "    - *one\n";
    String after = fixed(text);
    assertTrue(after.contains("runAsNonRoot: true"), after);
    assertTrue(!after.contains("allowPrivilegeEscalation"), after);
    Run run = Run.in(temp).policyc("check", "--fix", "a.yaml");
    assertTrue(run.out().contains("not fixed: "), run.out());
  }

  @Test
  void standardInputIsPrinted() {
    Run run = Run.in(temp).stdin(POD).policyc("check", "--fix", "-");
    assertEquals(FIXED, run.out());
    assertEquals(0, run.status());
    assertEquals(
        "policyc: 1 object in 1 file, 1 with pods; 0 denied; 4 fixed in 1 file\n", run.err());
    Run clean = Run.in(temp).stdin(FIXED).policyc("check", "--fix", "-");
    assertEquals(FIXED, clean.out(), "also where nothing is to be fixed");
  }

  @Test
  void whatIsExemptedStaysAsItIs() throws IOException {
    Files.writeString(
        temp.resolve("s.policy"),
        "namespace default\nexcept Pod/web from runAsNonRoot until 2099-01-01 because \"root\"\n");
    Files.writeString(temp.resolve("a.yaml"), POD);
    Run.in(temp).policyc("check", "--fix", "--policy", "s.policy", "a.yaml");
    String fixed = Files.readString(temp.resolve("a.yaml"));
    assertFalse(fixed.contains("runAsNonRoot"), fixed);
    assertTrue(fixed.contains("seccompProfile"), fixed);
  }

  @Test
  void knativeGetsItInEachContainer() throws IOException {
    String service =
        """
        apiVersion: serving.knative.dev/v1
        kind: Service
        metadata: {name: web}
        spec:
          template:
            spec:
              containers:
                - image: web
        """;
    Files.writeString(temp.resolve("a.yaml"), service);
    Run run = Run.in(temp).policyc("check", "--fix", "a.yaml");
    assertEquals(0, run.status(), run.out());
    String fixed = Files.readString(temp.resolve("a.yaml"));
    assertTrue(fixed.indexOf("runAsNonRoot") > fixed.indexOf("- image"), fixed);
    assertTrue(fixed.indexOf("seccompProfile") > fixed.indexOf("- image"), fixed);
  }

  @Test
  void whatIsNoTextIsNotPrinted() {
    byte[] latin = POD.replace("site", "s\u00eete").getBytes(StandardCharsets.ISO_8859_1);
    Run run = Run.in(temp).stdin(new ByteArrayInputStream(latin)).policyc("check", "--fix", "-");
    assertEquals(2, run.status());
    assertEquals("", run.out());
  }

  @Test
  void nothingIsWrittenThroughALink() throws IOException {
    Files.createDirectories(temp.resolve("elsewhere"));
    Files.writeString(temp.resolve("elsewhere/b.yaml"), POD);
    Files.createSymbolicLink(temp.resolve("a.yaml"), temp.resolve("elsewhere/b.yaml"));
    Run run = Run.in(temp).policyc("check", "--fix", "a.yaml");
    assertEquals(2, run.status());
    assertTrue(run.out().contains("it is a link"), run.out());
    assertEquals(POD, Files.readString(temp.resolve("elsewhere/b.yaml")));
  }

  @Test
  void everyDocumentAndItemIsFixed() throws IOException {
    String list =
        "apiVersion: v1\nkind: List\nitems:\n- "
            + POD.strip()
                .replace("# A pod that says nothing of its rights.\n", "")
                .replace("\n", "\n  ")
            + "\n";
    String after = fixed(list + "---\n" + POD);
    Run run = Run.in(temp).policyc("check", "a.yaml");
    assertEquals(0, run.status(), run::toString);
    assertTrue(after.endsWith("---\n" + FIXED), after);
  }

  @Test
  void whatSentencesAskForIsWritten() throws IOException {
    Files.writeString(
        temp.resolve("a.policy"),
        """
        namespace shop
        workload web { app: web }
        namespace shop is restricted
        web runs wasm on wasmtime
        """);
    String text =
        FIXED.replace("metadata: {name: web}", "metadata: {name: web, labels: {app: web}}")
            + "---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n";
    Files.writeString(temp.resolve("a.yaml"), text);
    Run run =
        Run.in(temp).policyc("check", "--fix", "a.yaml", "--policy", "a.policy", "-n", "shop");
    assertEquals(0, run.status(), run::toString);
    assertEquals(
        text.replace("  # the site\n", "  runtimeClassName: wasmtime\n  # the site\n")
            + "  labels:\n    pod-security.kubernetes.io/enforce: restricted\n",
        Files.readString(temp.resolve("a.yaml")));
  }

  @Test
  void ofSeveralClassesNoneIsChosen() throws IOException {
    Files.writeString(
        temp.resolve("a.policy"),
        "namespace shop\nworkload web { app: web }\nweb runs wasm on wasmtime, spin\n");
    String text =
        FIXED.replace("metadata: {name: web}", "metadata: {name: web, labels: {app: web}}");
    Files.writeString(temp.resolve("a.yaml"), text);
    Run run =
        Run.in(temp).policyc("check", "--fix", "a.yaml", "--policy", "a.policy", "-n", "shop");
    assertEquals(1, run.status(), run::toString);
    assertTrue(run.out().contains("not fixed: more than one RuntimeClass"), run::toString);
    assertEquals(text, Files.readString(temp.resolve("a.yaml")));
  }
}
