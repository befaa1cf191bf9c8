package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `policyc compile --manifests`: names, labels and ports that manifests give.
class ManifestsTest {
  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    put("shop.policy", "namespace shop\n\nworld may GET /** on web\n");
    put("k8s/web.yaml", deployment("web", "shop", 8080));
    put("k8s/other/unspoken.yml", deployment("unspoken", "shop", 8081));
    put("k8s/values.yaml", "replicas: 3\n");
  }

  private void put(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String deployment(String name, String namespace, int port) {
    return """
        apiVersion: apps/v1
        kind: Deployment
        metadata: { name: %1$s, namespace: %2$s }
        spec:
          selector: { matchLabels: { app: %1$s } }
          template:
            metadata: { labels: { app: %1$s } }
            spec:
              containers:
                - name: main
                  ports: [{ name: http, containerPort: %3$d }]
        """
        .formatted(name, namespace, port);
  }

  private Run compile(String... more) {
    List<String> command = new java.util.ArrayList<>(List.of("compile", "shop.policy", "--stdout"));
    command.addAll(List.of(more));
    return Run.in(temp).policyc(command.toArray(String[]::new));
  }

  @Test
  void aNamedDeploymentIsAWorkloadAndAnotherOneChangesNothing() {
    Run run = compile("--target", "cilium", "--manifests", "k8s");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("app: web"), run.out());
    assertTrue(run.out().contains("8080"), run.out());
    assertFalse(run.out().contains("unspoken"), run.out());
    assertFalse(run.err().contains("values.yaml"), run.err());
    assertEquals(1, compile("--target", "cilium").status());
    assertEquals(run.out(), compile("--target", "cilium", "--manifests", "k8s/web.yaml").out());
  }

  @Test
  void aDeclarationInTheTextWins() throws IOException {
    put(
        "shop.policy",
        "namespace shop\nworkload web { app: web; port 9 }\nworld may connect to web\n");
    Run run = compile("--target", "cilium", "--manifests", "k8s");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("\"9\""), run.out());
    assertFalse(run.out().contains("8080"), run.out());
    assertTrue(run.err().contains("[PC0225]"), run.err());
    assertTrue(run.err().contains("did you mean `8080`?"), run.err());
  }

  @Test
  void severalPathsAndStandardInputAddUp() throws IOException {
    put("shop.policy", "namespace shop\nweb may connect to api, db\n");
    Run run =
        Run.in(temp)
            .stdin(deployment("db", "shop", 5432))
            .policyc(
                "compile",
                "shop.policy",
                "--stdout",
                "--target",
                "cilium",
                "--manifests",
                "k8s",
                "--manifests",
                "more/*.yaml",
                "--manifests",
                "-");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("nothing matches `more/*.yaml`"), run.err());
    put("more/api.yaml", deployment("api", "shop", 8082));
    Run again =
        Run.in(temp)
            .stdin(deployment("db", "shop", 5432))
            .policyc(
                "compile",
                "shop.policy",
                "--stdout",
                "--target",
                "cilium",
                "--manifests",
                "k8s",
                "--manifests",
                "more/*.yaml",
                "--manifests",
                "-");
    assertEquals(0, again.status(), again.err());
    assertTrue(again.out().contains("8082") && again.out().contains("5432"), again.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          file          | text                                   | status | said
          k8s/bad.yaml  | 'a: [1'                                | 1      | error[PC1003]
          k8s/bad.yaml  | 'kind: {{ .Values.kind }}'             | 1      | this is a template, not a manifest
          k8s/bad.json  | '{"kind": "Pod", "apiVersion": "v1"'   | 1      | bad.json
          more.yaml     | 'replicas: 3'                          | 1      | error[PC1010]
          """)
  void whatIsWrongInAManifestIsSaid(String file, String text, int status, String said)
      throws IOException {
    put(file, text);
    Run run = compile("--manifests", "k8s", "--manifests", file);
    assertEquals(status, run.status(), run.err());
    assertTrue(run.err().contains(said), run.err());
    assertEquals("", run.out());
  }

  @Test
  void aFieldOfAWrongTypeIsAnErrorAtItsLine() throws IOException {
    put("k8s/web.yaml", deployment("web", "shop", 8080).replace("8080", "\"8080\""));
    Run run = compile("--manifests", "k8s");
    assertEquals(1, run.status(), run.err());
    assertTrue(run.err().contains("error[PC1020]"), run.err());
    assertTrue(run.err().contains("k8s/web.yaml:11:"), run.err());
  }

  @Test
  void aMissingFileIsNoCleanRun() {
    assertEquals(2, compile("--manifests", "nothere").status());
    Run both = Run.in(temp).policyc("compile", "-", "--manifests", "-");
    assertEquals(2, both.status());
    assertTrue(both.err().contains("cannot be both sentences and manifests"), both.err());
    assertEquals(2, compile("--manifests", "").status());
  }

  @Test
  void customResourcesComeFromTheSettings() throws IOException {
    String rollout = deployment("web", "shop", 8080).replace("Deployment", "Rollout");
    put("k8s/web.yaml", rollout.replace("apps/v1", "argoproj.io/v1alpha1"));
    assertEquals(1, compile("--manifests", "k8s").status());
    put(
        "policyc.toml",
        """
        [kubernetes]
        templates = [{ group = "argoproj.io", kind = "Rollout", path = "spec.template" }]
        """);
    assertEquals(0, compile("--manifests", "k8s").status());
  }

  @Test
  void aCheckKnowsTheNamesOfItsManifests() throws IOException {
    put("shop.policy", "namespace shop\n\nworld may GET /** on web\nweb runs wasm on spin\n");
    Run run = Run.in(temp).policyc("check", "--policy", "shop.policy", "k8s");
    assertEquals(1, run.status(), run.err());
    assertFalse(run.out().contains("is not declared"), run.out());
    assertTrue(run.out().contains("[wasmRuntimeClass]"), run.out());
    assertFalse(run.out().contains("[PC0615]"), run.out());
  }

  /// What reads YAML takes as long to load as a small compile takes.
  @Test
  void nothingThatReadsManifestsIsLoadedWithoutThem() throws Exception {
    put("shop.policy", "namespace shop\nworkload web { app: web; port 9 }\nworld may reach web\n");
    assertEquals(List.of(), loaded("compile", "shop.policy", "--stdout"));
    assertFalse(loaded("compile", "shop.policy", "--stdout", "--manifests", "k8s").isEmpty());
  }

  private List<String> loaded(String... arguments) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.policyc.cli.Main"));
    command.addAll(List.of(arguments));
    Path log = temp.resolve("log.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> command + " failed");
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    assertTrue(lines.stream().anyMatch(line -> line.contains("io.policyc.cli.Main ")));
    return lines.stream()
        .filter(line -> line.contains("[class,load]"))
        .filter(
            line ->
                line.contains(" org.yaml.snakeyaml.")
                    || line.contains(" io.policyc.manifests.Manifests "))
        .toList();
  }
}
