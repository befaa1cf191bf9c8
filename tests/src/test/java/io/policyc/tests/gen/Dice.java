package io.policyc.tests.gen;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Chance, from a seed.
public final class Dice {
  private final SplittableRandom random;

  /// Dice that always fall the same for one seed.
  public Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /// The seed that `-Dseed` asks for: a number, `random`, or the one that is checked in.
  public static long seed(long checkedIn) {
    String asked = System.getProperty("seed", "");
    long seed =
        switch (asked) {
          case "" -> checkedIn;
          case "random" -> new SplittableRandom().nextLong(1_000_000_000L);
          default -> Long.parseLong(asked);
        };
    System.out.println("seed " + seed + " (repeat with -Dseed=" + seed + ")");
    return seed;
  }

  /// True in so many cases out of a hundred.
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /// A number from `low` to `high`, both included.
  public int between(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  /// One element of a list that has some.
  public <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// One of the values.
  @SafeVarargs
  public final <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  /// From one to `most` different elements, in the list's order.
  public <T> List<T> some(List<T> list, int most) {
    int wanted = Math.min(between(1, most), list.size());
    List<T> rest = new ArrayList<>(list);
    while (rest.size() > wanted) {
      rest.remove(random.nextInt(rest.size()));
    }
    return rest;
  }

  /// The elements in another order.
  public <T> List<T> shuffled(List<T> list) {
    List<T> rest = new ArrayList<>(list);
    List<T> shuffled = new ArrayList<>();
    while (!rest.isEmpty()) {
      shuffled.add(rest.remove(random.nextInt(rest.size())));
    }
    return shuffled;
  }
}
