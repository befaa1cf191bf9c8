package io.policyc.cli.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Says what records of every kind answer; defined twice by a test, with the JDK's linkage and
/// without.
final class Samples implements Supplier<List<String>> {
  record Empty() {}

  record All(
      boolean a, byte b, char c, short d, int e, long f, float g, double h, @Nullable Object i) {}

  record Pair(@Nullable Object left, @Nullable Object right) {}

  record Own(String name) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Own;
    }

    @Override
    public int hashCode() {
      return 7;
    }
  }

  @Override
  public List<String> get() {
    List<Object> values = new ArrayList<>(alls());
    for (String text : List.of("", "x", "web")) {
      values.add(new Pair(text, null));
      values.add(new Pair(new Pair(text, 1), List.of(text)));
      values.add(new Own(text));
    }
    values.add(new Empty());
    values.add(new Empty());
    List<String> said = new ArrayList<>();
    for (Object value : values) {
      said.add(value + " " + value.hashCode());
      values.forEach(other -> said.add(String.valueOf(value.equals(other))));
    }
    return said;
  }

  // Each differs from the first in one component, or in none.
  private static List<All> alls() {
    byte b = 1;
    short d = -2;
    return List.of(
        new All(true, b, 'c', d, 3, 4, 0f, 0, null),
        new All(true, b, 'c', d, 3, 4, 0f, 0, null),
        new All(false, b, 'c', d, 3, 4, 0f, 0, null),
        new All(true, (byte) -1, 'c', d, 3, 4, 0f, 0, null),
        new All(true, b, 'C', d, 3, 4, 0f, 0, null),
        new All(true, b, 'c', (short) 2, 3, 4, 0f, 0, null),
        new All(true, b, 'c', d, Integer.MIN_VALUE, 4, 0f, 0, null),
        new All(true, b, 'c', d, 3, Long.MAX_VALUE, 0f, 0, null),
        new All(true, b, 'c', d, 3, 4, -0f, 0, null),
        new All(true, b, 'c', d, 3, 4, Float.NaN, 0, null),
        new All(true, b, 'c', d, 3, 4, Float.NaN, 0, null),
        new All(true, b, 'c', d, 3, 4, 0f, -0.0, null),
        new All(true, b, 'c', d, 3, 4, 0f, Double.NaN, null),
        new All(true, b, 'c', d, 3, 4, 0f, Double.NaN, null),
        new All(true, b, 'c', d, 3, 4, 0f, 0, "x"),
        new All(true, b, 'c', d, 3, 4, 0f, 0, "x"));
  }
}
