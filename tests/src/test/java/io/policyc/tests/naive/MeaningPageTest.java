package io.policyc.tests.naive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/meaning.md` and the tests of the meaning know each other.
class MeaningPageTest {
  // Surefire runs in the folder of the module.
  private static final Path PAGE = Path.of("..", "docs", "meaning.md");
  private static final Path TESTS = Path.of("src/test/java/io/policyc/tests/naive");
  private static final Pattern LINK = Pattern.compile("`(\\w+MeaningTest)\\.(\\w+)`");
  private static final Pattern METHOD = Pattern.compile("\\n  void (\\w+)\\(");
  private static final Pattern CLAUSE = Pattern.compile("(?m)^\\*\\*M(\\d+)\\.\\*\\*");

  @Test
  void everyClauseNamesTestsThatExistAndEveryTestIsNamed() throws IOException {
    NavigableSet<String> linked = new TreeSet<>();
    Matcher link = LINK.matcher(Files.readString(PAGE));
    while (link.find()) {
      linked.add(link.group(1) + "." + link.group(2));
    }
    assertEquals(tests(), linked);
  }

  private static NavigableSet<String> tests() throws IOException {
    NavigableSet<String> tests = new TreeSet<>();
    try (Stream<Path> files = Files.list(TESTS)) {
      for (Path file : files.filter(f -> f.toString().endsWith("MeaningTest.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        Matcher method = METHOD.matcher(Files.readString(file));
        while (method.find()) {
          tests.add(name + "." + method.group(1));
        }
      }
    }
    assertTrue(tests.size() > 50, () -> tests.toString());
    return tests;
  }

  @Test
  void clausesAreNumberedWithoutGaps() throws IOException {
    List<Integer> numbers =
        CLAUSE
            .matcher(Files.readString(PAGE))
            .results()
            .map(result -> Integer.parseInt(result.group(1)))
            .toList();
    assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers);
  }
}
