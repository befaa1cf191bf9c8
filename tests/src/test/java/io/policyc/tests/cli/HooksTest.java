package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/// The hooks of `.pre-commit-hooks.yaml`, run as pre-commit runs them: what changes is filtered by
/// `files`, and the names are given to `entry` in batches unless the hook wants none.
class HooksTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: agent, namespace: monitoring}
      spec:
        hostNetwork: true
        containers: [{name: agent, image: "registry.example/agent:1"}]
      """;
  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: monitoring
        labels: {pod-security.kubernetes.io/enforce: privileged}
      """;

  @TempDir Path temp = Path.of("unset");

  @BeforeAll
  static void packed() throws IOException {
    LauncherTest.jars();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name                  | check | compile | fmt
          manifests/web.yaml    | true  | false   | false
          web.yml               | true  | false   | false
          web.json              | true  | false   | false
          shop/web.policy       | true  | true    | true
          policyc.toml          | true  | true    | false
          a/policyc-prod.toml   | true  | true    | false
          notpolicyc.toml       | false | false   | false
          policy                | false | false   | false
          web.yaml.tmpl         | false | false   | false
          README.md             | false | false   | false
          """)
  void startsForWhatItReads(String name, boolean check, boolean compile, boolean fmt)
      throws IOException {
    assertEquals(check, hook("policyc-check").takes(name));
    assertEquals(compile, hook("policyc-compile").takes(name));
    assertEquals(fmt, hook("policyc-fmt").takes(name));
  }

  @Test
  void formatsWhatChanges() throws Exception {
    Files.writeString(temp.resolve("a.policy"), "namespace   shop\n");
    Files.writeString(temp.resolve("b c.policy"), "namespace   shop\n");
    Files.writeString(temp.resolve("other.policy"), "namespace   shop\n");
    for (String batch : List.of("a.policy", "b c.policy")) {
      Run run = hook("policyc-fmt").run(temp, List.of(), List.of(batch));
      assertEquals(0, run.status(), run.out() + run.err());
      assertEquals("namespace shop\n", Files.readString(temp.resolve(batch)));
    }
    assertEquals("namespace   shop\n", Files.readString(temp.resolve("other.policy")));
  }

  @Test
  void findsGeneratedFilesThatAreOutOfDate() throws Exception {
    Files.writeString(temp.resolve("policyc.toml"), "[output]\ndirectory = \"out\"\n");
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    List<String> changed = List.of("shop.policy");
    assertEquals(1, hook("policyc-compile").run(temp, List.of(), changed).status());
    assertEquals(0, Run.in(temp).policyc("compile").status());
    assertEquals(0, hook("policyc-compile").run(temp, List.of(), changed).status());
  }

  /// What did not change counts: only the pod is part of the commit.
  @Test
  void judgesAnObjectByThoseThatDidNotChange() throws Exception {
    Files.createDirectory(temp.resolve("manifests"));
    Files.writeString(temp.resolve("manifests/pod.yaml"), POD);
    Files.writeString(temp.resolve("manifests/namespace.yaml"), NAMESPACE);
    List<String> changed = List.of("manifests/pod.yaml");
    Run run = hook("policyc-check").run(temp, List.of("manifests/"), changed);
    assertEquals(0, run.status(), run.out() + run.err());
    Run passed = Run.in(temp).policyc("check", "manifests/pod.yaml");
    assertEquals(1, passed.status(), "what the hook is for: " + passed);
  }

  @Test
  void stopsACommitThatTheClusterWouldRefuse() throws Exception {
    Files.writeString(temp.resolve("pod.yaml"), POD);
    Run run = hook("policyc-check").run(temp, List.of(), List.of("pod.yaml"));
    assertEquals(1, run.status(), run.out() + run.err());
    assertTrue(run.out().contains("hostNetwork"), run.out());
    Run warned =
        hook("policyc-check")
            .run(temp, List.of("--fail-on", "never", "pod.yaml"), List.of("pod.yaml"));
    assertEquals(0, warned.status(), warned.out() + warned.err());
  }

  /// @param command the launcher and its first arguments
  private record Hook(List<String> command, Pattern files, boolean passesNames) {
    boolean takes(String name) {
      return files.matcher(name).find();
    }

    /// Runs it for a commit.
    ///
    /// @param args what `.pre-commit-config.yaml` says
    Run run(Path folder, List<String> args, List<String> changed) throws Exception {
      List<String> taken = changed.stream().filter(this::takes).toList();
      assertEquals(changed, taken);
      List<String> words = new ArrayList<>(command);
      words.addAll(args);
      words.addAll(passesNames ? taken : List.of());
      List<String> quoted = words.stream().map(word -> "'" + word + "'").toList();
      return new Shell(folder, ROOT.resolve("policyc")).run(String.join(" ", quoted));
    }
  }

  private static Hook hook(String id) throws IOException {
    List<Map<String, Object>> hooks =
        new Yaml().load(Files.readString(ROOT.resolve(".pre-commit-hooks.yaml")));
    Map<String, Object> hook =
        new TreeMap<>(
            hooks.stream().filter(one -> id.equals(one.get("id"))).findFirst().orElseThrow());
    assertEquals("script", hook.get("language"));
    List<String> command = new ArrayList<>(List.of(String.valueOf(hook.get("entry")).split(" ")));
    command.set(0, ROOT.resolve(command.getFirst()).toString());
    assertTrue(Files.isExecutable(Path.of(command.getFirst())), command.getFirst());
    return new Hook(
        command,
        Pattern.compile(String.valueOf(hook.get("files"))),
        !Boolean.FALSE.equals(hook.get("pass_filenames")));
  }
}
