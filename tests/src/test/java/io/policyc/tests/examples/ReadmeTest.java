package io.policyc.tests.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What README shows is what happens.
class ReadmeTest {
  /// @param line what stands after `$`
  record Shown(String line, String output) {
    @Override
    public String toString() {
      return line;
    }
  }

  // `./test` is what runs this test.
  static List<Shown> shown() throws IOException {
    List<Shown> shown = new ArrayList<>();
    String readme = Files.readString(Run.root().resolve("README.md"));
    for (String block : readme.split("```console\n", -1)) {
      String console = block.substring(0, Math.max(0, block.indexOf("```")));
      for (String command : console.split("(?m)^\\$ ", -1)) {
        int end = command.indexOf('\n');
        if (block.contains("```") && end > 0 && !command.startsWith("./test")) {
          shown.add(new Shown(command.substring(0, end), command.substring(end + 1).strip()));
        }
      }
    }
    return shown;
  }

  @ParameterizedTest
  @MethodSource("shown")
  void isTrue(Shown shown) throws IOException {
    String[] words = shown.line().split(" ");
    if (words[0].equals("cat")) {
      assertEquals(Files.readString(Run.root().resolve(words[1])).strip(), shown.output());
    } else {
      assertTrue(words[0].equals("./policyc"), shown.line());
      Run run = Run.of("", List.of(words).subList(1, words.length).toArray(String[]::new));
      assertEquals((run.out() + run.err()).strip(), shown.output());
      assertEquals(0, run.exit());
    }
  }
}
