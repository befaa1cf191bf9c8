package io.policyc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.compiler.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Something fails when what a code says changes: a golden file holds it, or the test that is named
/// here, with the reason why no golden file can.
class HeldCodesTest {
  private static final Path ROOT = Path.of("..");
  private static final String COMPILER = "compiler/src/test/java/io/policyc/compiler/";

  /// A test that holds codes, and why no golden file does.
  private record Held(String reason, String test, String codes) {}

  private static final List<Held> ELSEWHERE =
      List.of(
          new Held(
              "too large or too odd for a file",
              COMPILER + "parse/HostileTest.java",
              "PC0001 PC0006 PC0007 PC0009 PC0010 PC0011 PC0012"),
          new Held(
              "about files, folders and imports",
              COMPILER + "project/ProjectReaderTest.java",
              "PC0050 PC0051 PC0052 PC0053 PC0054 PC0055 PC0056 PC0057 PC0060 PC0061 PC0062 PC0063"
                  + " PC0064 PC0065"),
          new Held(
              "about how the command was called",
              "tests/src/test/java/io/policyc/tests/cli/CompileTest.java",
              "PC0090 PC0091 PC0807"),
          new Held(
              "takes an input of thousands of ports or namespaces",
              COMPILER + "emit/cilium/LayoutTest.java",
              "PC0405 PC0411 PC0413"),
          new Held(
              "a second line: no sentence is known that gives it",
              COMPILER + "emit/cilium/JudgeTest.java",
              "PC0408 PC0409"),
          new Held(
              "takes an input of hundreds of workloads or groups",
              COMPILER + "emit/falco/ManyTest.java",
              "PC0509 PC0512"),
          new Held(
              "a fault of policyc, said by --verify",
              COMPILER + "emit/falco/VerifyTest.java",
              "PC0511"),
          new Held(
              "about policies, not sentences",
              COMPILER + "cilium/CiliumYamlReaderTest.java",
              "PC0701 PC0702 PC0704 PC0705 PC0706 PC0707"),
          new Held(
              "about policies, not sentences; SanitizeTest and ConflictsTest hold the texts",
              "docs/diagnostics/",
              "PC0703 PC0708 PC0709 PC0710 PC0713"),
          new Held(
              "a fault of policyc, said by --verify",
              COMPILER + "cilium/CrdSchemaTest.java",
              "PC0711 PC0712"),
          new Held(
              "about settings, not sentences",
              COMPILER + "project/SettingsReaderTest.java",
              "PC0801 PC0802 PC0803 PC0804"),
          new Held(
              "about rules files of Falco",
              COMPILER + "falco/check/RulesOfFilesTest.java",
              "PC0900 PC0902 PC0903 PC0904 PC0905 PC0906 PC0907 PC0908 PC0910 PC0911 PC0912 PC0914"
                  + " PC0931 PC0934 PC0940"),
          new Held(
              "about conditions and outputs of Falco",
              COMPILER + "falco/check/RulesOfConditionsTest.java",
              "PC0909 PC0920 PC0921 PC0922 PC0923 PC0924 PC0925 PC0926 PC0927 PC0928 PC0929 PC0930"
                  + " PC0932"),
          new Held(
              "about rules files of Falco that are too large",
              COMPILER + "falco/check/HostileRulesTest.java",
              "PC0901"),
          new Held(
              "about where files lie",
              "tests/src/test/java/io/policyc/tests/cli/SettingsTest.java",
              "PC0806 PC0808"),
          new Held(
              "about the output folder",
              "cli/src/test/java/io/policyc/cli/output/FolderWriterTest.java",
              "PC0820 PC0821 PC0822 PC0823 PC0824 PC0825"));

  @Test
  void everyCodeIsHeldOnce() throws IOException {
    Map<String, Integer> held = new TreeMap<>();
    golden().forEach(code -> held.merge(code, 1, Integer::sum));
    ELSEWHERE.forEach(h -> codes(h).forEach(code -> held.merge(code, 1, Integer::sum)));
    Map<String, Integer> wrong = new TreeMap<>(held);
    wrong.values().removeIf(times -> times == 1);
    for (Code code : Code.values()) {
      if (!held.containsKey(code.name())) {
        wrong.put(code.name(), 0);
      }
    }
    assertEquals(Map.of(), wrong);
  }

  @Test
  void theNamedTestsSpeakOfTheirCodes() throws IOException {
    for (Held held : ELSEWHERE) {
      for (String code : codes(held)) {
        boolean page = held.test().endsWith("/");
        String text = Files.readString(ROOT.resolve(held.test() + (page ? code + ".md" : "")));
        // The blocks of a page are tried by DiagnosticPagesTest.
        assertTrue(text.contains(page ? "```yaml" : code), code + " " + held.test());
      }
    }
  }

  private static List<String> codes(Held held) {
    return List.of(held.codes().split(" ", -1));
  }

  private static Set<String> golden() throws IOException {
    Set<String> codes = new TreeSet<>();
    Path folder = ROOT.resolve("compiler/src/test/resources");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".diagnostics")).toList()) {
        Files.readAllLines(file).forEach(line -> code(line).ifPresent(codes::add));
      }
    }
    assertTrue(codes.size() > 100, codes::toString);
    return codes;
  }

  // `error[PC0203]: …`
  private static Optional<String> code(String line) {
    int open = line.indexOf("[PC");
    boolean head = open > 0 && open < 8 && line.startsWith("]: ", open + 7);
    return head ? Optional.of(line.substring(open + 1, open + 7)) : Optional.empty();
  }
}
