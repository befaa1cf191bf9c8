package io.policyc.policies.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What an API server says of each fixture that a check denies, and what we advise.
///
/// The texts are those of Kubernetes' own code, which `PodSecurityAgreesTest` compares; this holds
/// them on machines without Go, too. `-Dgolden=update` writes them and fails.
class ServerTextsTest {
  private static final Path GOLDEN = Folders.FIXTURES.resolveSibling("server-texts.txt");

  @Test
  void theTextsAreTheServers() throws IOException {
    StringBuilder texts = new StringBuilder();
    for (FixturesTest.Case row : FixturesTest.cases()) {
      for (Violation one : violations(row)) {
        texts.append(row).append('\n').append("  ").append(one.text()).append('\n');
        one.findings().forEach(f -> texts.append("  ").append(f.help().orElse("")).append('\n'));
      }
    }
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(GOLDEN, texts);
      fail("written: read the difference, run again");
    }
    assertEquals(lines(Files.readString(GOLDEN)), lines(texts.toString()));
  }

  private static List<Violation> violations(FixturesTest.Case row) throws IOException {
    Path file = Folders.FIXTURES.resolve(Folders.of(row.check())).resolve(row.fixture() + ".yaml");
    Pod pod = Texts.pod(Files.readString(file));
    return PodSecurity.NEWEST.evaluate(Texts.policy(row.policy()), pod).stream()
        .filter(violation -> violation.check().equals(row.check()))
        .toList();
  }

  private static String lines(String text) {
    return text.lines().collect(Collectors.joining("\n"));
  }
}
