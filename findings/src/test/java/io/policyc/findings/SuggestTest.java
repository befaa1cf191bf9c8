package io.policyc.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      nullValues = "-",
      textBlock =
          """
          word     | candidates          | nearest
          bakcend  | backend front       | backend
          backnd   | backend             | backend
          backendd | backend             | backend
          bckndd   | backend             | -
          my       | may is              | may
          ma       | may way             | may
          GTE      | GET PUT             | GET
          get      | GET                 | GET
          db       | db-1 dbs            | dbs
          db       | web                 | -
          x        | y                   | y
          workload | workload workloads  | workloads
          port     | port                | -
          PORT     | port                | port
          abcde    | edcba               | -
          api      | apj apk             | apj
          """)
  void offersTheNearestWordWithinTwoEdits(
      String word, String candidates, @Nullable String nearest) {
    assertEquals(
        Optional.ofNullable(nearest), Suggest.nearest(word, Arrays.asList(candidates.split(" "))));
  }

  /// A word that was written is never what is meant instead of it.
  @ParameterizedTest
  @ValueSource(strings = {"", "x", "on", "port", "with", "backend", "api.stripe.com"})
  void neverOffersTheWordItself(String word) {
    assertEquals(Optional.empty(), Suggest.nearest(word, List.of(word)));
    assertNotEquals(Optional.of(word), Suggest.nearest(word, List.of(word, word + "s", word)));
    assertFalse(Suggest.near(word, word));
  }

  @Test
  void doesNotCompareWordsOfVeryDifferentLength() {
    String hostile = "a".repeat(4_000_000);
    assertEquals(Optional.empty(), Suggest.nearest(hostile, Arrays.asList("a", "backend")));
  }
}
