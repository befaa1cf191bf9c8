package io.policyc.findings.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.ObjectPath;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifRendererTest {
  private static final Rule RULE =
      new Rule("a name that nothing declares", "# PC0203\n\nText.\n", "https://policyc.io/x");

  @Test
  void writesEveryPart() {
    assertEquals(
        """
        {
          "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
          "version": "2.1.0",
          "runs": [
            {
              "tool": {
                "driver": {
                  "name": "policyc",
                  "version": "1.2.3",
                  "informationUri": "https://policyc.io",
                  "rules": [
                    {
                      "id": "PC0203",
                      "shortDescription": {
                        "text": "a name that nothing declares"
                      },
                      "fullDescription": {
                        "text": "a name that nothing declares"
                      },
                      "helpUri": "https://policyc.io/x",
                      "help": {
                        "text": "# PC0203\\n\\nText.\\n",
                        "markdown": "# PC0203\\n\\nText.\\n"
                      }
                    }
                  ]
                }
              },
              "invocations": [
                {
                  "executionSuccessful": true
                }
              ],
              "columnKind": "utf16CodeUnits",
              "results": [
                {
                  "ruleId": "PC0203",
                  "ruleIndex": 0,
                  "level": "error",
                  "message": {
                    "text": "`bakcend` is not declared\\nin CiliumNetworkPolicy/web in shop, spec.ingress[0]\\nhelp: did you mean `backend`? (declared at shop/services.policy:2)"
                  },
                  "locations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "shop/web.policy",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startLine": 4,
                          "startColumn": 30,
                          "endLine": 4,
                          "endColumn": 37
                        }
                      },
                      "logicalLocations": [
                        {
                          "fullyQualifiedName": "CiliumNetworkPolicy/web in shop, spec.ingress[0]"
                        }
                      ]
                    }
                  ],
                  "relatedLocations": [
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "shop/web.policy",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startLine": 4,
                          "startColumn": 30,
                          "endLine": 4,
                          "endColumn": 37
                        }
                      },
                      "message": {
                        "text": "not found in namespace `shop`"
                      }
                    },
                    {
                      "physicalLocation": {
                        "artifactLocation": {
                          "uri": "shop/services.policy",
                          "uriBaseId": "%SRCROOT%"
                        },
                        "region": {
                          "startLine": 2,
                          "startColumn": 10,
                          "endLine": 2,
                          "endColumn": 17
                        }
                      },
                      "message": {
                        "text": "declared here"
                      }
                    }
                  ],
                  "fixes": [
                    {
                      "artifactChanges": [
                        {
                          "artifactLocation": {
                            "uri": "shop/web.policy",
                            "uriBaseId": "%SRCROOT%"
                          },
                          "replacements": [
                            {
                              "deletedRegion": {
                                "startLine": 4,
                                "startColumn": 30,
                                "endLine": 4,
                                "endColumn": 37
                              },
                              "insertedContent": {
                                "text": "backend"
                              }
                            }
                          ]
                        }
                      ]
                    }
                  ],
                  "partialFingerprints": {
                    "policyc/v1": "FINGERPRINT"
                  }
                }
              ]
            }
          ]
        }
        """,
        render(List.of(Samples.full())).replaceAll("\"[0-9a-f]{32}:1\"", "\"FINGERPRINT\""));
  }

  @Test
  void fitsTheSchema() {
    Finding bare = Finding.of("hostPID", Level.NOTE, "a note");
    for (List<Finding> findings :
        List.of(List.<Finding>of(), List.of(bare), List.of(Samples.full(), bare))) {
      assertEquals(List.of(), Schemas.SARIF.problems(render(findings)));
    }
    String full = render(List.of(Samples.full()));
    assertNotEquals(List.of(), Schemas.SARIF.problems(full.replace("\"error\"", "\"fatal\"")));
    assertNotEquals(
        List.of(), Schemas.SARIF.problems(full.replace("shop/web.policy", "shop/web policy")));
  }

  @Test
  void namesOnlyRulesThatOccur() {
    Finding check = Finding.of("hostPID", Level.NOTE, "a note");
    JsonNode run = run(List.of(Samples.full(), check, Samples.about("a", "a")));
    JsonNode rules = run.at("/tool/driver/rules");
    assertEquals(List.of("PC0101", "PC0203", "hostPID"), texts(rules, "/id"));
    run.get("results")
        .forEach(
            result ->
                assertEquals(
                    result.get("ruleId"), rules.get(result.get("ruleIndex").asInt()).get("id")));
  }

  @Test
  void putsAFindingWithoutAPlaceAtTheFirstInput() {
    List<Finding> findings = List.of(Finding.of("PC0051", Level.ERROR, "no input"));
    String place = "/results/0/locations/0/physicalLocation/artifactLocation/uri";
    assertEquals("shop.policy", run(findings).at(place).asString());
    String log = new SarifRenderer("1", Rule::untitled, List.of()).render(findings);
    assertEquals("policyc.toml", read(log).at(place).asString());
  }

  @Test
  void leavesNothingOutInSilence() {
    Source source = new Source("a.policy", "x\n".repeat(30_000));
    List<Finding> findings = new ArrayList<>();
    for (int line = 0; line < 25_003; line++) {
      Level level = line % 2 == 0 ? Level.NOTE : Level.WARNING;
      findings.add(Finding.at("PC0101", level, Samples.span(source, line), "found"));
    }
    findings.add(Finding.at("PC0101", Level.ERROR, Samples.span(source, 29_999), "worst"));
    JsonNode run = run(findings);
    assertEquals(25_000, run.get("results").size());
    assertEquals("worst", run.at("/results/0/message/text").asString());
    JsonNode said = run.at("/invocations/0/toolExecutionNotifications/0");
    assertEquals("note", said.get("level").asString());
    assertEquals("left out, beyond 25000: 4 notes", said.at("/message/text").asString());
    assertFalse(run(findings.subList(0, 25_000)).toString().contains("Notification"));
  }

  @Test
  void boundsRelatedPlaces() {
    Finding finding = Samples.misspelt();
    for (int i = 0; i < 1_001; i++) {
      finding = finding.withRelated(Samples.span(Samples.SERVICES, "backend"), "place " + i);
    }
    assertEquals(100, run(List.of(finding)).at("/results/0/relatedLocations").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          name            | uri                      | base
          shop/web.policy | shop/web.policy          | true
          ../a b.policy   | ../a%20b.policy          | true
          a:b#c?d%e.yaml  | a%3Ab%23c%3Fd%25e.yaml   | true
          größe.policy    | gr%C3%B6%C3%9Fe.policy   | true
          <stdin>         | %3Cstdin%3E              | true
          a\\b            | a%5Cb                    | true
          /srv/a[1].yaml  | file:///srv/a%5B1%5D.yaml | false
          """)
  void writesNamesAsReferences(String name, String uri, boolean base) {
    Source source = new Source(name, "word");
    Finding finding = Finding.at("PC0101", Level.ERROR, Samples.span(source, "word"), "found");
    JsonNode file =
        run(List.of(finding)).at("/results/0/locations/0/physicalLocation/artifactLocation");
    assertEquals(uri, file.get("uri").asString());
    assertEquals(base, file.has("uriBaseId"));
    assertEquals(List.of(), Schemas.SARIF.problems(render(List.of(finding))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          message                      | shown
          [click](http://evil.example) | [click] (http://evil.example)
          spec.containers[0].image     | spec.containers[0].image
          {0} and {1}                  | { 0} and { 1}
          { app: web }                 | { app: web }
          """)
  void keepsMessagesFromMeaningMore(String message, String shown) {
    JsonNode run = run(List.of(Finding.of("PC0101", Level.ERROR, message)));
    assertEquals(shown, run.at("/results/0/message/text").asString());
  }

  /// Each row is a text with `@` before the word that is found, before and after a change.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      quoteCharacter = '"',
      textBlock =
          """
          before          | after                   | same
          "a\\n  @x: 1"   | "a\\nb\\n\\n  @x: 1"    | true
          "a\\n  @x: 1"   | "a\\n\\t@x:  1\\r"      | true
          "a\\n  @x: 1"   | "c\\n  @x: 1\\nd"       | true
          "a\\n  @x: 1"   | "a\\n  @x: 2"           | false
          "@x: 1"         | "x: 1\\n@x: 1"          | true
          """)
  void knowsALineThatMoved(String before, String after, boolean same) {
    assertEquals(same, fingerprints(at(before)).equals(fingerprints(at(after))));
  }

  @Test
  void tellsFindingsApart() {
    Source source = new Source("a.policy", "x x\nx x\n");
    List<Finding> findings = new ArrayList<>();
    for (int start : new int[] {0, 2, 4, 6}) {
      Finding finding = Finding.at("PC0101", Level.ERROR, Samples.span(source, start), "found");
      findings.add(finding);
      findings.add(finding.withObject("Pod/web in shop"));
    }
    findings.add(Finding.of("PC0101", Level.ERROR, "one"));
    findings.add(Finding.of("PC0101", Level.ERROR, "two"));
    List<String> fingerprints = fingerprints(findings);
    assertEquals(10, fingerprints.stream().distinct().count());
    assertEquals(fingerprints, fingerprints(findings.reversed()));
  }

  /// What is found of something else, and before it, changes nothing.
  @Test
  void doesNotCountWhatIsFoundOfOthers() {
    Finding at = Finding.at("PC0101", Level.ERROR, Samples.span(Samples.WEB, "web"), "found");
    Finding of = Finding.of("PC0101", Level.ERROR, "found");
    Finding message = Finding.of("PC0101", Level.ERROR, "another");
    List<List<Finding>> pairs =
        List.of(
            List.of(at.withObject("Pod/a"), at.withObject("Pod/b")),
            List.of(at.withPath(ObjectPath.ROOT), at.withPath(ObjectPath.ROOT.child("spec"))),
            List.of(message, of));
    for (List<Finding> pair : pairs) {
      assertEquals(fingerprints(pair).getLast(), fingerprints(List.of(pair.getLast())).getFirst());
    }
  }

  private static List<Finding> at(String text) {
    String java = text.translateEscapes();
    int start = java.indexOf('@');
    Source source = new Source("a.yaml", java.replace("@", ""));
    return List.of(Finding.at("hostPID", Level.ERROR, Samples.span(source, start), "found"));
  }

  private static List<String> fingerprints(List<Finding> findings) {
    return texts(run(findings).get("results"), "/partialFingerprints/policyc~1v1");
  }

  private static List<String> texts(JsonNode list, String pointer) {
    return IntStream.range(0, list.size())
        .mapToObj(i -> list.get(i).at(pointer).asString())
        .toList();
  }

  private static JsonNode run(List<Finding> findings) {
    return read(render(findings));
  }

  private static JsonNode read(String log) {
    return JsonMapper.shared().readTree(log).at("/runs/0");
  }

  private static String render(List<Finding> findings) {
    return new SarifRenderer("1.2.3", SarifRendererTest::rule, List.of("shop.policy", "b.policy"))
        .render(findings);
  }

  private static Rule rule(String id) {
    return id.equals("PC0203") ? RULE : Rule.untitled(id);
  }
}
