package io.policyc.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.policyc.compiler.ast.PolicyFile;
import io.policyc.compiler.ast.Statement;
import io.policyc.findings.Checked;
import io.policyc.findings.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// After a mistake, what is certain stays in the tree, and the next sentence is read as ever.
final class RecoveryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          text                                              | sentences
          web can GET /x on backend                         | Grant
          web may GET: /x on backend                        | Grant
          web my reach db                                   | Grant
          web may GET /x                                    | Broken
          web -> db                                         | Broken
          web is closed db is closed                        | Closed Closed
          web is closed and gone                            | Broken
          workload web { app: web } extra                   | Workload(Is) Broken
          workload web { app: web; port 99999 }             | Workload(Is Broken)
          workload web { prot http 80 }                     | Workload(Port)
          workload web { app web; port 80 }                 | Workload(Broken Port)
          workload web { app: web                           | Workload(Is)
          workload every { app: web }                       | Workload(Is)
          workload we$b { app: web }                        | Broken
          wrokload web { app: web }                         | Workload(Is)
          external x { host https://a.b/c; port x }         | External(Host Broken)
          namespace shop { workload web { app: web } }      | Header Workload(Is)
          every pod { app } may reach db                    | Broken
          @expires(never) web is closed                     | Closed
          """)
  void keepsWhatIsCertain(String text, String sentences) {
    Checked<PolicyFile> read = read(text + "\nlast is closed\n");

    assertEquals(1, read.findings().size() - (text.contains("port x") ? 1 : 0), text);
    assertEquals(sentences + " Closed", kinds(read.value()));
  }

  @Test
  void aSentenceRunsFromItsFirstWordToItsLast() {
    String text =
        "# a\n@owner(\"x\")\nweb may GET /x on b,\n  c  without query  # z\n\ndb is closed\n";
    List<String> spans =
        read(text).value().statements().stream().map(s -> s.span().text()).toList();

    assertEquals(List.of("web may GET /x on b,\n  c  without query", "db is closed"), spans);
  }

  private static Checked<PolicyFile> read(String text) {
    return PolicyParser.parse(new Source("x.policy", text));
  }

  private static String kinds(PolicyFile file) {
    List<String> kinds = new ArrayList<>();
    for (Statement statement : file.statements()) {
      String name = statement.getClass().getSimpleName();
      kinds.add(name + items(statement));
    }
    return String.join(" ", kinds);
  }

  private static String items(Statement statement) {
    List<?> items =
        switch (statement) {
          case Statement.Workload workload -> workload.items();
          case Statement.External external -> external.items();
          default -> List.of();
        };
    List<String> names = items.stream().map(i -> i.getClass().getSimpleName()).toList();
    return names.isEmpty() ? "" : "(" + String.join(" ", names) + ")";
  }
}
