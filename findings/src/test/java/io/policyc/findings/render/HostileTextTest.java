package io.policyc.findings.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Finding;
import io.policyc.findings.Fix;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a finding says, each format stays a text of its kind and shows every finding.
class HostileTextTest {
  private static final long SEED = 20_261_124;

  static Stream<String> texts() {
    // A megabyte, too.
    return Stream.concat(Hostile.TEXTS.stream(), Stream.of("]]>\u001b\ud800::".repeat(125_000)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void staysOfItsKind(String text) {
    holds(List.of(Hostile.all(text)));
    holds(List.of(Finding.of("r" + text, Level.WARNING, "m" + text)));
  }

  @RepeatedTest(100)
  void staysOfItsKindWhateverIsFound(RepetitionInfo repetition) {
    holds(Hostile.some(new Random(SEED + repetition.getCurrentRepetition())));
  }

  @RepeatedTest(50)
  void theOrderOfFindingsDoesNotMatter(RepetitionInfo repetition) {
    Random random = new Random(SEED - repetition.getCurrentRepetition());
    List<Finding> findings = Hostile.some(random);
    List<Finding> shuffled = new ArrayList<>(findings);
    Collections.shuffle(shuffled, random);
    for (Renderer renderer : all()) {
      assertEquals(renderer.render(findings), renderer.render(shuffled), renderer.id());
    }
  }

  /// A program that reads JSON gets every text as it was, and places that lead back to it.
  @RepeatedTest(100)
  void jsonLosesNothing(RepetitionInfo repetition) {
    List<Finding> findings =
        Ordered.of(Hostile.some(new Random(SEED * repetition.getCurrentRepetition())));
    JsonNode shown =
        JsonMapper.shared().readTree(new JsonRenderer().render(findings)).get("findings");
    for (int i = 0; i < findings.size(); i++) {
      Finding finding = findings.get(i);
      JsonNode node = shown.get(i);
      assertEquals(finding.rule(), node.get("rule").asString());
      assertEquals(finding.message(), node.get("message").asString());
      assertEquals(finding.help().orElse(""), node.path("help").asString(""));
      assertEquals(finding.object().orElse(""), node.path("object").asString(""));
      assertEquals(finding.path().map(Object::toString).orElse(""), node.path("path").asString(""));
      assertEquals(
          finding.fix().map(Fix::replacement).orElse(""), node.at("/fix/replacement").asString(""));
      assertEquals(
          finding.at().map(at -> at.source().name()).orElse(""), node.at("/at/file").asString(""));
    }
  }

  /// An editor that makes the change of a SARIF log makes the change of the finding.
  @RepeatedTest(100)
  void sarifFixesWhatTheFindingFixes(RepetitionInfo repetition) {
    List<Finding> findings =
        Hostile.some(new Random(SEED + 7L * repetition.getCurrentRepetition()));
    JsonNode results = JsonMapper.shared().readTree(sarif().render(findings)).at("/runs/0/results");
    List<Finding> order = Ordered.worstFirst(findings);
    for (int i = 0; i < order.size(); i++) {
      Optional<Fix> fix = order.get(i).fix();
      JsonNode change = results.get(i).at("/fixes/0/artifactChanges/0");
      assertEquals(fix.isEmpty(), change.isMissingNode());
      fix.ifPresent(
          expected -> {
            JsonNode replacement = change.at("/replacements/0");
            JsonNode region = replacement.get("deletedRegion");
            String text = expected.at().source().text();
            assertEquals(expected.at().start(), offset(text, region, "start"));
            assertEquals(expected.at().end(), offset(text, region, "end"));
            assertEquals(
                expected.replacement(), replacement.at("/insertedContent/text").asString());
          });
    }
  }

  private static int offset(String text, JsonNode region, String end) {
    int start = 0;
    for (int line = region.get(end + "Line").asInt(); line > 1; line--) {
      start = text.indexOf('\n', start) + 1;
    }
    return start + region.get(end + "Column").asInt() - 1;
  }

  /// Hundreds of thousands of findings on one line of megabytes would not end if each read it.
  @ParameterizedTest
  @MethodSource("all")
  void aLongLineIsNotReadForEachFinding(Renderer renderer) {
    Source source = new Source("a.json", "x".repeat(4_000_000));
    List<Finding> findings =
        IntStream.range(0, 20_000)
            .mapToObj(i -> new Span(source, i * 200, i * 200 + 1))
            .map(at -> Finding.at("PC0101", Level.ERROR, at, "found"))
            .toList();
    String shown = renderer.render(findings);
    assertTrue(shown.contains("PC0101"), renderer.id());
    assertTrue(shown.length() < 30_000_000, renderer.id());
  }

  private static void holds(List<Finding> findings) {
    int count = Ordered.of(findings).size();
    holdsText(new TextRenderer(false).render(findings));
    holdsJson(new JsonRenderer().render(findings), Schemas.FINDINGS, "/findings", count);
    holdsJson(sarif().render(findings), Schemas.SARIF, "/runs/0/results", count);
    holdsXml(new JUnitRenderer(List.of("a.policy")).render(findings), findings);
    holdsCommands(new GitHubRenderer().render(findings), findings);
  }

  private static void holdsText(String text) {
    assertEquals(List.of(), controls(text));
  }

  private static void holdsJson(String text, Schemas schema, String pointer, int count) {
    assertEquals(List.of(), controls(text));
    assertEquals(text, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    JsonNode list = JsonMapper.shared().readTree(text).at(pointer);
    assertTrue(list.isArray() && list.size() == count, pointer);
    assertEquals(List.of(), schema.problems(text));
  }

  private static void holdsXml(String text, List<Finding> findings) {
    assertEquals(List.of(), controls(text.replace("\t", "")));
    Summary summary = Summary.of(findings);
    assertEquals(summary.errors(), Xml.elements(text, "failure").size());
    assertEquals(summary.warnings() + summary.notes(), Xml.elements(text, "system-out").size());
    int tests = Xml.elements(text, "testcase").size();
    assertEquals(List.of(Integer.toString(tests)), Xml.attributes(text, "testsuites", "tests"));
    assertEquals(
        tests,
        Xml.attributes(text, "testsuite", "tests").stream().mapToInt(Integer::parseInt).sum());
    Xml.elements(text, "testsuite")
        .forEach(
            suite ->
                assertEquals(
                    suite.getAttribute("tests"),
                    Integer.toString(suite.getElementsByTagName("testcase").getLength())));
    List<String> names =
        Xml.elements(text, "testcase").stream()
            .map(test -> test.getAttribute("classname") + "\0" + test.getAttribute("name"))
            .toList();
    assertEquals(names.size(), names.stream().distinct().count());
  }

  private static void holdsCommands(String text, List<Finding> findings) {
    assertEquals(List.of(), controls(text));
    assertEquals(findings.isEmpty(), text.isEmpty());
    for (String line : text.lines().toList()) {
      RunnerCommand command = RunnerCommand.parse(line);
      assertTrue(List.of("error", "warning", "notice").contains(command.name()), line);
      assertTrue(command.properties().containsKey("title"), line);
      assertTrue(
          List.of("file", "line", "endLine", "col", "endColumn", "title")
              .containsAll(command.properties().keySet()),
          line);
      assertTrue(!line.contains("##["), line);
    }
  }

  // All but line feeds.
  private static List<Integer> controls(String text) {
    return text.codePoints().filter(c -> c != '\n' && Visible.isHidden(c)).boxed().toList();
  }

  private static Renderer sarif() {
    return new SarifRenderer("1", Rule::untitled, List.of());
  }

  static List<Renderer> all() {
    return List.of(
        new TextRenderer(false),
        new JsonRenderer(),
        sarif(),
        new JUnitRenderer(List.of()),
        new GitHubRenderer());
  }
}
