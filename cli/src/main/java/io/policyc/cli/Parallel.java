package io.policyc.cli;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/// Does the same with each of many things, on as many threads as the machine has processors.
public final class Parallel {
  // Starting threads costs more than a few small files do.
  private static final int FEW = 16;
  // As deep as what the main thread reads.
  private static final long STACK = 8L << 20;

  private Parallel() {}

  /// What a step makes of each item, in the order of the items: no result depends on how many
  /// threads there are.
  public static <T, R> List<R> map(List<T> items, Function<T, R> step) {
    return map(items, step, items.size() < FEW ? 1 : Runtime.getRuntime().availableProcessors());
  }

  static <T, R> List<R> map(List<T> items, Function<T, R> step, int threads) {
    if (threads == 1) {
      return items.stream().map(step).toList();
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, Parallel::thread)) {
      List<Future<R>> results =
          items.stream().map(item -> pool.submit(() -> step.apply(item))).toList();
      return results.stream().map(Parallel::result).toList();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "policyc", STACK);
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  // A step throws nothing that is checked.
  private static RuntimeException unchecked(ExecutionException failed) {
    return switch (failed.getCause()) {
      case Error error -> throw error;
      case RuntimeException exception -> exception;
      case null, default -> new IllegalStateException(failed);
    };
  }
}
