package io.policyc.signatures.oci;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Does several steps at the same time, but only so many: what they read is held by few at once.
///
/// @param threads one for each that works
/// @param width how many steps at the same time
record Crew(ExecutorService threads, int width) {
  /// What the steps have gathered, in the order of the steps; they are begun in that order, too. A
  /// step that fails is a trouble.
  <T> Gathered<T> all(List<Supplier<Gathered<T>>> steps) {
    List<Optional<Gathered<T>>> results =
        new ArrayList<>(Collections.nCopies(steps.size(), Optional.empty()));
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < Math.min(width, steps.size()); i++) {
      running.add(threads.submit(() -> work(steps, next, results)));
    }
    running.forEach(Crew::await);
    List<T> items = new ArrayList<>();
    // a flood gives the same trouble hundreds of times
    Set<Trouble> troubles = new LinkedHashSet<>();
    synchronized (results) {
      for (Optional<Gathered<T>> result : results) {
        Gathered<T> one = result.orElseGet(Crew::interrupted);
        items.addAll(one.items());
        troubles.addAll(one.troubles());
      }
    }
    return new Gathered<>(items, List.copyOf(troubles));
  }

  private static <T> void work(
      List<Supplier<Gathered<T>>> steps, AtomicInteger next, List<Optional<Gathered<T>>> results) {
    for (int i = next.getAndIncrement(); i < steps.size(); i = next.getAndIncrement()) {
      Gathered<T> result = result(steps.get(i));
      synchronized (results) {
        results.set(i, Optional.of(result));
      }
    }
  }

  private static <T> Gathered<T> result(Supplier<Gathered<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      return trouble(Guarded.unexpected(e));
    }
  }

  private static <T> Gathered<T> interrupted() {
    return trouble(new Trouble(Trouble.Kind.DEADLINE, "interrupted while asking a registry"));
  }

  static <T> Gathered<T> trouble(Trouble trouble) {
    return new Gathered<>(List.of(), List.of(trouble));
  }

  private static void await(Future<?> worker) {
    try {
      worker.get();
    } catch (InterruptedException e) {
      worker.cancel(true);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a search for signatures failed", e.getCause());
    }
  }
}
