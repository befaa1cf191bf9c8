package io.policyc.tests.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every command that prints findings prints them in every format; the stream that holds them holds
/// nothing else.
class FormatsTest {
  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop}
      spec:
        hostNetwork: true
        containers: [{name: web, image: "registry.example/web:1"}]
      """;

  @TempDir Path temp = Path.of("unset");

  @BeforeEach
  void input() throws IOException {
    Files.writeString(temp.resolve("shop.policy"), CompileTest.SHOP);
    Files.writeString(temp.resolve("bad.policy"), CompileTest.SHOP + "web may GET /x on bakcend\n");
    Files.writeString(temp.resolve("broken.policy"), "web may\n");
    Files.writeString(temp.resolve("pod.yaml"), POD);
    Files.writeString(temp.resolve("broken.yaml"), "kind: [\n");
    Files.writeString(
        temp.resolve("map.yaml"), "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n");
    Files.writeString(temp.resolve("none.yaml"), "[]\n");
    Files.writeString(
        temp.resolve("rules.yaml"),
        "- rule: R\n  desc: d\n  condition: evt.typo = a\n  output: o\n  priority: INFO\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          command                                | status | stream | rule
          compile --into out bad.policy          | 1      | out    | PC0203
          compile --stdout bad.policy            | 1      | err    | PC0203
          compile --check --into out bad.policy  | 1      | err    | PC0203
          compile --into out nothere             | 2      | out    | PC0050
          compile --into out --itno              | 2      | err    | PC0090
          fmt --write broken.policy              | 1      | out    | PC0103
          fmt --check broken.policy              | 1      | err    | PC0103
          fmt --check --write broken.policy      | 2      | err    | PC0090
          lint --falco rules.yaml                | 1      | out    | PC0922
          lint rules.yaml                        | 2      | err    | PC0090
          check pod.yaml                         | 1      | out    | hostNamespaces
          check broken.yaml                      | 1      | out    | PC1003
          check --fail-on warning pod.yaml       | 1      | out    | hostNamespaces
          check --fali-on warning                | 2      | err    | PC0090
          """)
  void printsEveryFormat(String command, int status, String stream, String rule) {
    Run sarif = run(command + " -o sarif");
    assertEquals(status, sarif.status(), sarif.out() + sarif.err());
    JsonNode run = JsonMapper.shared().readTree(text(sarif, stream)).at("/runs/0");
    assertEquals(rule, run.at("/results/0/ruleId").asString());
    assertEquals("error", run.at("/results/0/level").asString());

    Run junit = run(command + " --output junit");
    assertEquals(status, junit.status());
    Document xml = xml(text(junit, stream));
    assertEquals(
        rule,
        xml.getElementsByTagName("failure")
            .item(0)
            .getAttributes()
            .getNamedItem("type")
            .getNodeValue());

    Run github = run(command + " -ogithub");
    assertEquals(status, github.status());
    String annotations = text(github, stream);
    assertTrue(annotations.contains("title=" + rule + "::"), annotations);
    assertEquals(List.of(), annotations.lines().filter(l -> !l.startsWith("::")).toList());
  }

  private static String text(Run run, String stream) {
    return stream.equals("out") ? run.out() : run.err();
  }

  @Test
  void aCleanRunIsSarifWithoutResults() {
    Run run = run("compile --into out shop.policy -o sarif");
    assertEquals(0, run.status());
    JsonNode log = JsonMapper.shared().readTree(run.out());
    assertEquals("2.1.0", log.get("version").asString());
    assertTrue(
        log.at("/runs/0/results").isArray() && log.at("/runs/0/results").isEmpty(), run.out());
    assertEquals("0.1.0-SNAPSHOT", log.at("/runs/0/tool/driver/version").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compile --into out shop.policy",
        "fmt --write shop.policy",
        "check map.yaml",
        "lint --falco none.yaml"
      })
  void aCleanRunPassesATestForEachInput(String command) {
    Document xml = xml(run(command + " -o junit").out());
    assertEquals(1, xml.getElementsByTagName("testcase").getLength());
    assertEquals(
        command.substring(command.lastIndexOf(' ') + 1),
        xml.getElementsByTagName("testcase")
            .item(0)
            .getAttributes()
            .getNamedItem("file")
            .getNodeValue());
    assertEquals(0, xml.getElementsByTagName("failure").getLength());
  }

  @Test
  void aCleanRunHasNoAnnotations() {
    Run run = run("compile --into out shop.policy -o github");
    assertEquals(0, run.status());
    assertEquals("", run.out());
  }

  @Test
  void rulesCarryTheirPage() throws IOException {
    JsonNode log =
        JsonMapper.shared().readTree(run("compile bad.policy --into out -o sarif").out());
    JsonNode rule = log.at("/runs/0/tool/driver/rules/0");
    assertEquals("a name that nothing declares", rule.at("/shortDescription/text").asString());
    assertEquals("https://policyc.io/diagnostics/PC0203", rule.get("helpUri").asString());
    assertEquals(
        Files.readString(Path.of("../docs/diagnostics/PC0203.md")),
        rule.at("/help/markdown").asString());
  }

  private Run run(String command) {
    return Run.in(temp).policyc(command.split(" ", -1));
  }

  private static Document xml(String text) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError(text, e);
    }
  }
}
