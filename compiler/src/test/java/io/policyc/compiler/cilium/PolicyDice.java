package io.policyc.compiler.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Choices of a generator of plausible policies.
class PolicyDice {
  private final SplittableRandom random;

  PolicyDice(SplittableRandom random) {
    this.random = random;
  }

  final int number(int below) {
    return random.nextInt(below);
  }

  /// True once in so many times.
  final boolean rare(int of) {
    return random.nextInt(of) == 0;
  }

  @SafeVarargs
  final <E> E pick(E... values) {
    return values[random.nextInt(values.length)];
  }

  /// Up to `max` items, now and then none.
  final <T> List<T> list(int max, Supplier<T> make) {
    List<T> items = new ArrayList<>();
    for (int i = rare(12) ? 0 : 1 + random.nextInt(max); i > 0; i--) {
      items.add(make.get());
    }
    return items;
  }
}
