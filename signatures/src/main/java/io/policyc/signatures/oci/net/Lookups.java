package io.policyc.signatures.oci.net;

import io.policyc.signatures.oci.Deadline;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds the addresses of hosts within a deadline.
///
/// The machine's resolver knows no deadline and holds the thread that asks it, which for a virtual
/// thread is the one that carries others as well. So it is asked by a few threads of its own. Those
/// who ask for the same name at the same time wait for the same answer; nothing is kept.
final class Lookups implements AutoCloseable {
  private static final int THREADS = 64;
  private static final int WAITING = 1_000;

  private final Resolver resolver;
  private final ThreadPoolExecutor threads;
  private final Map<String, Shared> running = new LinkedHashMap<>();

  private static final class Shared {
    private final FutureTask<List<InetAddress>> task;
    private int waiting;

    Shared(FutureTask<List<InetAddress>> task) {
      this.task = task;
    }
  }

  Lookups(Resolver resolver) {
    this(resolver, THREADS, WAITING);
  }

  /// @param most threads
  /// @param waiting names at most until a thread is free
  Lookups(Resolver resolver, int most, int waiting) {
    this.resolver = resolver;
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(waiting),
            Thread.ofPlatform().daemon().name("lookup-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /// The addresses of a host.
  ///
  /// @throws RejectedExecutionException when too many names are being looked up
  List<InetAddress> of(String host, Deadline deadline)
      throws InterruptedException, ExecutionException, TimeoutException {
    if (!Hosts.isName(host)) {
      return List.of(InetAddress.ofLiteral(host));
    }
    Shared shared = enter(host);
    try {
      return shared.task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } finally {
      leave(host, shared);
    }
  }

  private synchronized Shared enter(String host) {
    Shared known = running.get(host);
    if (known != null && !known.task.isDone()) {
      known.waiting++;
      return known;
    }
    Shared shared = new Shared(new FutureTask<>(() -> List.copyOf(resolver.resolve(host))));
    threads.execute(shared.task);
    shared.waiting++;
    running.put(host, shared);
    return shared;
  }

  private synchronized void leave(String host, Shared shared) {
    shared.waiting--;
    if (shared.waiting == 0) {
      running.remove(host, shared);
      shared.task.cancel(true);
      threads.remove(shared.task);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
