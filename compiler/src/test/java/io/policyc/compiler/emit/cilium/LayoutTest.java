package io.policyc.compiler.emit.cilium;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.cilium.CiliumNetworkPolicy;
import io.policyc.compiler.cilium.CiliumYamlReader;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LayoutTest {
  private static final String SHOP =
      """
      namespace shop
      workload web { app: web; port http 8080 }
      workload api { app: api; port http 8080 }
      """;

  /// Only what names a place may change.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "quickstart",
        "wider-and-narrower",
        "requests-beside-more",
        "deny",
        "anyone",
        "dns",
        "entities"
      })
  void doesNotDependOnTheOrderOfSentences(String name) throws IOException {
    Example example = GoldenTest.example(name);
    List<String> lines = new ArrayList<>(example.text().lines().toList());
    List<String> sentences =
        lines.stream().filter(line -> line.contains(" may ") || line.startsWith("deny ")).toList();
    lines.removeAll(sentences);
    List<String> shuffled = new ArrayList<>(sentences);
    Collections.shuffle(shuffled, new Random(7));
    assertFalse(shuffled.equals(sentences));
    lines.addAll(shuffled);
    Example other = new Example(example.name(), String.join("\n", lines) + "\n");
    assertEquals(withoutPlaces(example.emit()), withoutPlaces(other.emit()));
  }

  private static String withoutPlaces(Checked<List<Document>> emitted) {
    assertFalse(emitted.hasErrors(), emitted.findings()::toString);
    return emitted.value().stream()
        .map(document -> document.path() + "\n" + document.text())
        .collect(Collectors.joining("---\n"))
        .replaceAll("policyc.io/source: .*", "policyc.io/source")
        .replaceAll("policy:\\d+", "policy");
  }

  @Test
  void dividesWhatKubectlWouldNotApply() {
    String sentences =
        IntStream.range(0, 3000)
            .mapToObj(i -> "web may GET /" + "segment/".repeat(12) + i + " on api\n")
            .collect(Collectors.joining());
    Checked<List<Document>> emitted = new Example("big.policy", SHOP + sentences).emit();
    List<Document> parts =
        emitted.value().stream().filter(d -> d.path().contains("policyc-api")).toList();

    assertEquals("cilium/shop/policyc-api.yaml", parts.getFirst().path());
    assertEquals("cilium/shop/policyc-api-2.yaml", parts.get(1).path());
    long paths =
        parts.stream().flatMap(d -> d.text().lines()).filter(l -> l.contains("path:")).count();
    assertEquals(3000, paths);
    parts.forEach(part -> assertTrue(withoutComments(part).length() < 220_000, part.path()));
  }

  private static String withoutComments(Document document) {
    return document
        .text()
        .lines()
        .filter(line -> !line.strip().startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void refusesWhatNoPolicyMapHolds() {
    StringBuilder text = new StringBuilder(SHOP);
    String senders =
        IntStream.range(0, 30).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
    IntStream.range(0, 30).forEach(i -> text.append("workload w" + i + " { app: w" + i + " }\n"));
    text.append("workload sink { app: sink }\n");
    String first = senders + " may connect to sink port " + odd(0, 500);
    text.append(first + "\n");
    assertEquals(List.of(), new Example("x.policy", text.toString()).emit().findings());

    String last = senders + " may connect to sink port " + odd(500, 600);
    List<Finding> findings = new Example("x.policy", text + last + "\n").emit().findings();
    assertEquals(
        List.of(
            "PC0405 with this the policy map of a pod holds more than 16384 entries, which is its"
                + " size; write fewer ports or fewer peers: a range takes up to 30 entries for each"
                + " peer"),
        findings.stream().map(LayoutTest::said).toList());
    // One rule holds the ports of both sentences.
    assertEquals(first, findings.getFirst().at().orElseThrow().text());
  }

  @Test
  void refusesMoreRulesForGroupsThanAClusterHolds() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 460; i++) {
      text.append("namespace n").append(i).append("\nworkload a { app: a }\n");
      text.append("every pod in every namespace may connect to a port 8080\n");
    }
    Checked<List<Document>> emitted = new Example("groups.policy", text.toString()).emit();
    List<Finding> findings =
        emitted.findings().stream().filter(f -> f.rule().startsWith("PC04")).toList();
    assertEquals(
        List.of(
            "PC0411 groups take more than 200000 rules to write down; speak of fewer groups, or of"
                + " groups in one namespace"),
        findings.stream().map(LayoutTest::said).toList());
    assertEquals(
        "every pod in every namespace may connect to a port 8080",
        findings.getFirst().at().orElseThrow().text());
  }

  private static String said(Finding finding) {
    return finding.rule() + " " + finding.message() + "; " + finding.help().orElseThrow();
  }

  @Test
  void refusesManyPortsForManyPeers() {
    String senders =
        IntStream.range(0, 1500).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
    String declared =
        IntStream.range(0, 1500)
            .mapToObj(i -> "workload w" + i + " { app: w" + i + " }\n")
            .collect(Collectors.joining());
    String ports =
        IntStream.range(1, 1500).mapToObj(i -> "" + 2 * i).collect(Collectors.joining(", "));
    String text =
        "namespace shop\nworkload api { app: api }\n"
            + declared
            + senders
            + " may connect to api port "
            + ports
            + "\n";
    Checked<List<Document>> emitted = new Example("big.policy", text).emit();
    assertEquals(List.of("PC0413"), emitted.findings().stream().map(Finding::rule).toList());
  }

  private static String odd(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Integer.toString(2 * i + 1))
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @MethodSource("io.policyc.compiler.emit.cilium.GoldenTest#names")
  void namesEachSentenceAtItsPlace(String name) throws IOException {
    Checked<List<Document>> emitted = GoldenTest.example(name).emit();
    TreeSet<String> paths = new TreeSet<>();
    for (Document document : emitted.value()) {
      assertTrue(paths.add(document.path()), document.path() + " is written twice");
      for (Document.Origin source : document.sources()) {
        assertTrue(document.text().contains(source.sentence().fileAndLine()), source::toString);
        assertTrue(source.path().text().startsWith("spec"), source::toString);
        assertEquals(
            "CiliumNetworkPolicy " + document.path().replaceAll("cilium/(.*)\\.yaml", "$1"),
            source.object());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("io.policyc.compiler.emit.cilium.GoldenTest#names")
  void readsBackAsWhatWasWritten(String name) throws IOException {
    Example example = GoldenTest.example(name);
    if (example.emit().hasErrors()) {
      return;
    }
    for (Policy policy : example.policies()) {
      Document document = policy.document();
      Checked<List<CiliumNetworkPolicy>> read =
          CiliumYamlReader.read(new Source(document.path(), document.text()));
      assertEquals(List.of(), read.findings());
      assertEquals(List.of(policy.policy()), read.value());
    }
  }
}
