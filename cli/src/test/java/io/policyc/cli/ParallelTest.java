package io.policyc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {
  private static final List<Integer> MANY = IntStream.range(0, 5_000).boxed().toList();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void keepsTheOrder(int threads) {
    List<Integer> twice = MANY.stream().map(i -> i * 2).toList();
    assertEquals(twice, Parallel.map(MANY, i -> i * 2, threads));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void aFaultInAStepIsNotSwallowed(int threads) {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> Parallel.map(MANY, ParallelTest::fails, threads));
    assertEquals("here", e.getMessage());
  }

  private static int fails(int item) {
    if (item == 4_000) {
      throw new IllegalStateException("here");
    }
    return item;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void anErrorStaysOne(int threads) {
    assertThrows(StackOverflowError.class, () -> Parallel.map(MANY, this::overflows, threads));
  }

  private int overflows(int item) {
    throw new StackOverflowError("item " + item);
  }
}
