package io.policyc.compiler.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Compares sizes with those that Envoy 1.36.4 and 1.40.0 report (tests/peers/envoy/sizes.py).
class Re2SizeTest {
  /// Real sizes: of any kind of expression, and of the forms that policyc writes.
  private static final List<String> TABLES = List.of("re2-sizes.tsv", "re2-sizes-forms.tsv");

  @Test
  void neverFallsBelowEnvoy() {
    List<String> below = new ArrayList<>();
    TreeMap<Integer, Integer> slack = new TreeMap<>();
    int rows = 0;
    for (String table : TABLES) {
      for (String[] row : Table.rows(table)) {
        int real = Math.max(Integer.parseInt(row[1]), Integer.parseInt(row[2]));
        int ours = Re2Size.of(row[0]).orElseThrow();
        slack.merge(ours - real, 1, Integer::sum);
        rows++;
        if (ours < real) {
          below.add(row[0] + ": " + ours + " < " + real);
        }
      }
    }
    System.out.println("RE2 sizes: " + rows + " rows, slack -> rows " + slack);
    assertTrue(rows >= 5000, "rows " + rows);
    assertEquals(List.of(), below);
  }

  @Test
  void isExactForTheFormsThatPolicycWrites() {
    for (String[] row : Table.rows("re2-sizes-forms.tsv")) {
      assertEquals(row[1], String.valueOf(Re2Size.of(row[0], true).orElseThrow()), row[0]);
      assertEquals(row[2], String.valueOf(Re2Size.of(row[0], false).orElseThrow()), row[0]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '\0',
      useHeadersInDisplayName = true,
      textBlock =
          """
          expression                                                         ! size
          a                                                                  ! 5
          /api/v1/items                                                      ! 17
          /api/v1/items(\\?.*)?                                              ! 29
          ^/api/v1/items(\\?.*)?                                             ! 16
          [^/?]+                                                             ! 14
          [0-9]+                                                             ! 6
          (:[0-9]+)?                                                         ! 10
          GET|HEAD                                                           ! 11
          /(dashboard|alerts|login|explore|d|api|public|choices)([/?].*)?    ! 64
          a{1000}                                                            ! 1004
          (?:(?:a{10}){10}){10}                                              ! 1004
          """)
  void measures(String expression, int size) {
    assertEquals(OptionalInt.of(size), Re2Size.of(expression));
  }

  @ParameterizedTest
  @CsvSource({"96, true", "97, false"})
  void drawsTheLineWhereEnvoyDoes(int length, boolean fits) {
    assertEquals(fits, Re2Size.fits("a".repeat(length)));
  }

  @Test
  void staysBoundedOnHugePrograms() {
    String huge = "(?:[^a]{1000})".repeat(200);
    assertEquals(OptionalInt.of(Program.MOST), Re2Size.of(huge));
    String nested = "((((((((((x{2}){2}){2}){2}){2}){2}){2}){2}){2})?)".repeat(50);
    assertTrue(Re2Size.of(nested).orElseThrow() > Re2Size.LIMIT);
    assertEquals(OptionalInt.empty(), Re2Size.of("("));
  }
}
