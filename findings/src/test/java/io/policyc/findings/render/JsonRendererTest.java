package io.policyc.findings.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JsonRendererTest {
  private static final Path SCHEMA = Path.of("../docs/schema/findings-1.json");

  private final Renderer json = new JsonRenderer();

  @Test
  void writesEveryPart() {
    assertEquals(
        """
        {
          "version": 1,
          "findings": [
            {
              "rule": "PC0203",
              "level": "error",
              "message": "`bakcend` is not declared",
              "at": {
                "file": "shop/web.policy",
                "start": {
                  "offset": 46,
                  "line": 4,
                  "column": 30
                },
                "end": {
                  "offset": 53,
                  "line": 4,
                  "column": 37
                }
              },
              "object": "CiliumNetworkPolicy/web in shop",
              "path": "spec.ingress[0]",
              "help": "did you mean `backend`? (declared at shop/services.policy:2)",
              "related": [
                {
                  "at": {
                    "file": "shop/web.policy",
                    "start": {
                      "offset": 46,
                      "line": 4,
                      "column": 30
                    },
                    "end": {
                      "offset": 53,
                      "line": 4,
                      "column": 37
                    }
                  },
                  "message": "not found in namespace `shop`"
                },
                {
                  "at": {
                    "file": "shop/services.policy",
                    "start": {
                      "offset": 24,
                      "line": 2,
                      "column": 10
                    },
                    "end": {
                      "offset": 31,
                      "line": 2,
                      "column": 17
                    }
                  },
                  "message": "declared here"
                }
              ],
              "fix": {
                "at": {
                  "file": "shop/web.policy",
                  "start": {
                    "offset": 46,
                    "line": 4,
                    "column": 30
                  },
                  "end": {
                    "offset": 53,
                    "line": 4,
                    "column": 37
                  }
                },
                "replacement": "backend"
              }
            }
          ],
          "summary": {
            "errors": 1,
            "warnings": 0,
            "notes": 0
          }
        }
        """,
        json.render(List.of(Samples.full())));
  }

  @Test
  void hasAFormForNoFindings() {
    assertEquals(
        """
        {
          "version": 1,
          "findings": [],
          "summary": {
            "errors": 0,
            "warnings": 0,
            "notes": 0
          }
        }
        """,
        json.render(List.of()));
  }

  @Test
  void escapesWhatJsonMustEscape() {
    Source odd = new Source("a\"\\\n.policy", "word");
    Finding finding =
        Finding.at("PC0101", Level.ERROR, new Span(odd, 0, 1), "\u0000\t\r\u007f\ud800x\udc00😀");
    String shown = json.render(List.of(finding));
    assertTrue(shown.contains("\"file\": \"a\\\"\\\\\\n.policy\""), shown);
    assertTrue(shown.contains("\"\\u0000\\t\\r\\u007f\\ud800x\\udc00😀\""), shown);
    assertEquals(List.of(), Schemas.FINDINGS.problems(shown));
  }

  @Test
  void fitsTheSchema() {
    for (List<Finding> findings :
        List.of(
            List.<Finding>of(),
            List.of(Samples.full()),
            List.of(Samples.misspelt(), Finding.of("hostPID", Level.NOTE, "a note")))) {
      assertEquals(List.of(), Schemas.FINDINGS.problems(json.render(findings)));
    }
  }

  @Test
  void theSchemaRefusesOtherForms() {
    String wrong = json.render(List.of(Samples.full())).replace("\"error\"", "\"fatal\"");
    assertNotEquals(List.of(), Schemas.FINDINGS.problems(wrong));
    assertNotEquals(List.of(), Schemas.FINDINGS.problems("{\"version\": 2}"));
  }

  /// The schema allows members that it does not name, for later versions; this version writes none.
  @Test
  void theSchemaNamesEveryMember() throws IOException {
    String schema = Files.readString(SCHEMA);
    Set<String> members = new HashSet<>();
    Pattern.compile("\"(\\w+)\": ")
        .matcher(json.render(List.of(Samples.full())))
        .results()
        .map(MatchResult::group)
        .forEach(members::add);
    assertTrue(members.size() >= 20, members::toString);
    for (String member : members) {
      assertTrue(schema.contains(member + "{") || schema.contains(member + "\n"), member);
    }
  }
}
