package io.policyc.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Texts and bytes, damaged by chance: each gets objects or findings at places within it, the same
/// each time, soon, and never an exception. What becomes of it is either
///
/// - objects, of which every pod is looked at and filled in,
/// - or findings, or both; never neither.
///
/// `-Dinputs=1000000` damages more, `-Dseed=random` others.
class ManifestsFuzzTest {
  private static final int INPUTS = Integer.getInteger("inputs", 20_000);
  private static final Duration HANGS = Duration.ofMinutes(5);

  private static final List<String> TEXTS =
      List.of(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, annotations: {a: null, "b": 'c'}}
          spec:
            hostNetwork: yes
            volumes: [{name: a, hostPath: null}, {name: b}, null]
            securityContext: &c {runAsUser: 0o10, <<: {runAsNonRoot: on}}
            containers:
            - name: web
              image: "example.org/é:1"
              ports: [{containerPort: 8_0}, null]
              securityContext: *c
          """,
          """
          {"apiVersion": "v1", "kind": "List", "items": [
            {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "\\u00e9\\ud83d\\ude00"},
             "spec": {"replicas": 1.0, "template": {"spec": {"hostPID": true, "containers": [null]}}}}]}
          {"apiVersion": "v1", "kind": "Pod"}
          """,
          """
          # a comment
          ---
          a: |2+
             text
          b: >-
            folded

            text
          "c\\x41": ! yes
          ? d
          : !!binary aGk=
          ...
          --- # next
          kind: PodList
          apiVersion: v1
          items:
          - metadata: {generateName: a-, creationTimestamp: 2026-01-01T00:00:00Z}
          """,
          """
          apiVersion: batch/v1
          kind: CronJob
          spec: {jobTemplate: {spec: {template: {metadata: {labels: {a: b}}, spec: {os: {name: windows}}}}}}
          ---
          apiVersion: core.spinkube.dev/v1alpha1
          kind: SpinApp
          spec: {image: a, replicas: 1, resources: {limits: {cpu: 500m}}}
          """);

  private static final List<String> WORDS =
      List.of(
          "\n",
          "\n  ",
          "\t",
          " ",
          ":",
          ": ",
          "-",
          "- ",
          "---\n",
          "...\n",
          "{",
          "}",
          "[",
          "]",
          ",",
          "'",
          "\"",
          "\\",
          "\\u",
          "\\ud800",
          "&a ",
          "*a",
          "!",
          "!!int ",
          "!!binary ",
          "|\n",
          ">-\n",
          "#",
          " #",
          "%YAML 1.1\n",
          "<<: ",
          "*c",
          "? ",
          "@",
          "`",
          "\0",
          "\u0007",
          "\u0085",
          "\u2028",
          "\uFEFF",
          "\ud83d",
          "😀",
          "\r",
          "\r\n",
          "null",
          "yes",
          ".inf",
          "1e400",
          "9223372036854775808",
          "0x",
          "0b-1",
          "1_0",
          "2026-02-30",
          "null: ",
          "[a]: ",
          "{{ x }}",
          "[[[[[[[[",
          "{a: {a: ",
          "kind: Pod\n",
          "apiVersion: v1\n",
          "items:\n- ",
          "spec: ");

  private static long seed() {
    String seed = System.getProperty("seed", "20261124");
    return seed.equals("random") ? System.nanoTime() : Long.parseLong(seed);
  }

  @Test
  void textsGetObjectsOrFindings() {
    long seed = seed();
    int[] read = new int[1];
    assertTimeoutPreemptively(
        HANGS,
        () -> {
          for (int i = 0; i < INPUTS; i++) {
            read[0] += check(damaged(new Random(seed + i)), "seed " + (seed + i)) ? 1 : 0;
          }
        });
    System.out.println("damaged texts that hold objects: " + read[0] + " of " + INPUTS);
    assertTrue(read[0] > INPUTS / 5 && read[0] < INPUTS * 4 / 5, read[0] + " hold objects");
  }

  @Test
  void bytesGetObjectsOrFindings() {
    long seed = seed();
    for (int i = 0; i < INPUTS / 10; i++) {
      Random random = new Random(seed - i);
      byte[] bytes = damaged(random).getBytes(StandardCharsets.UTF_8);
      for (int changes = random.nextInt(4); changes > 0 && bytes.length > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Checked<List<Manifest>> read = Manifests.read("a.yaml", bytes);
      assertTrue(!read.value().isEmpty() || !read.findings().isEmpty(), "seed " + (seed - i));
    }
  }

  private static String damaged(Random random) {
    StringBuilder text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
    for (int changes = random.nextInt(5); changes >= 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(12));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(random.nextInt(text.length() + 1), text.substring(at, end));
        case 2 -> text.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
        default -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
      }
    }
    return text.toString();
  }

  private static boolean check(String text, String about) {
    Source source = new Source("a.yaml", text);
    Checked<List<Manifest>> read = read(source, about);
    for (Finding finding : read.findings()) {
      finding.at().ifPresent(at -> assertTrue(at.end() <= text.length(), about));
    }
    assertEquals(read.findings(), read(source, about).findings(), about);
    assertTrue(!read.value().isEmpty() || !read.findings().isEmpty(), about);
    read.value().forEach(object -> look(object, text, about));
    return !read.value().isEmpty();
  }

  private static Checked<List<Manifest>> read(Source source, String about) {
    try {
      return Manifests.read(source);
    } catch (RuntimeException | StackOverflowError problem) {
      throw new AssertionError(about + ": [" + source.text() + "]", problem);
    }
  }

  private static void look(Manifest object, String text, String about) {
    assertTrue(!object.label().isEmpty() && !object.kind().isEmpty(), about);
    for (Finding finding : PodSchema.check(object, List.of())) {
      assertTrue(finding.at().orElseThrow().end() <= text.length(), about);
    }
    for (PodTemplate template : PodTemplates.of(object)) {
      PodTemplate filled = Defaults.applied(template);
      assertEquals(template.spec().path(), filled.spec().path(), about);
    }
  }
}
