package io.policyc.compiler.emit.cilium;

import java.util.List;
import java.util.function.Function;

/// Does independent work on all processors where there is much of it; the order stays.
final class Parallel {
  // Below this, waking the other processors costs more than they save.
  private static final int FEW = 100;

  private Parallel() {}

  /// @param work without side effects
  static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> work) {
    var stream = items.size() < FEW ? items.stream() : items.parallelStream();
    return stream.<R>map(work).toList();
  }
}
