package io.policyc.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.cli.Main;
import io.policyc.compiler.Code;
import io.policyc.manifests.ManifestCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every code has a page, and every page a code.
class RegistryTest {
  private static final Path PAGES = Path.of("../docs/diagnostics");

  static Stream<String> codes() {
    return Stream.concat(
        Arrays.stream(Code.values()).map(Code::name),
        Arrays.stream(ManifestCode.values()).map(ManifestCode::name));
  }

  @Test
  void noCodeIsInBothLists() {
    assertEquals(codes().count(), codes().distinct().count());
  }

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    Set<String> codes = codes().collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertEquals(
          codes,
          pages
              .map(page -> page.getFileName().toString().replace(".md", ""))
              .filter(name -> !name.equals("README"))
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    assertTrue(codes.size() > 100, "codes: " + codes.size());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void aPageHasItsCodeAsHeadAndSaysMore(String code) throws IOException {
    String page = Files.readString(PAGES.resolve(code + ".md"));
    assertTrue(page.startsWith("# " + code + ": "), page);
    assertTrue(page.strip().lines().count() >= 3, page);
    assertTrue(page.length() > 150, page);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void explainPrintsThePage(String code) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        Main.run(
            new String[] {"explain", code},
            InputStream.nullInputStream(),
            out,
            OutputStream.nullOutputStream(),
            Map.of(),
            Path.of("").toAbsolutePath(),
            Clock.systemUTC());
    assertEquals(0, status);
    assertEquals(
        Files.readString(PAGES.resolve(code + ".md")), out.toString(StandardCharsets.UTF_8));
  }
}
