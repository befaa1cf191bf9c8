package io.policyc.signatures.oci.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Timekeeper;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A resolver that is silent holds nobody past the deadline, nor anybody's thread.
@Timeout(30)
class LookupsTest {
  private static final List<InetAddress> THERE = List.of(InetAddress.ofLiteral("192.0.1.1"));

  private final CountDownLatch silence = new CountDownLatch(1);
  private final AtomicInteger asked = new AtomicInteger();

  @AfterEach
  void end() {
    silence.countDown();
  }

  /// Silent for names that begin with `slow`, deaf to interrupts like the machine's own.
  private List<InetAddress> resolve(String host) throws UnknownHostException {
    asked.incrementAndGet();
    assertFalse(Thread.currentThread().isVirtual());
    boolean interrupted = false;
    while (host.startsWith("slow") && silence.getCount() > 0) {
      try {
        silence.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (host.startsWith("no")) {
      throw new UnknownHostException(host);
    }
    return THERE;
  }

  private static Deadline in(int milliseconds) {
    return Deadline.in(Duration.ofMillis(milliseconds), Timekeeper.SYSTEM);
  }

  @Test
  void answersAreHandedOn() throws Exception {
    try (Lookups lookups = new Lookups(this::resolve)) {
      assertEquals(THERE, lookups.of("a.test", in(20_000)));
      assertThrows(ExecutionException.class, () -> lookups.of("no.test", in(20_000)));
      assertEquals(THERE, lookups.of("a.test", in(20_000)));
      assertEquals(3, asked.get(), "nothing is kept");
    }
  }

  @Test
  void addressesAreNotLookedUp() throws Exception {
    try (Lookups lookups = new Lookups(this::resolve)) {
      assertEquals(THERE, lookups.of("192.0.1.1", in(20_000)));
      assertEquals(List.of(InetAddress.ofLiteral("::1")), lookups.of("::1", in(20_000)));
      assertEquals(0, asked.get());
    }
  }

  @Test
  void silenceEndsByTheDeadline() throws Exception {
    try (Lookups lookups = new Lookups(this::resolve, 2, 2)) {
      assertThrows(TimeoutException.class, () -> lookups.of("slow1.test", in(20)));
      assertEquals(THERE, lookups.of("a.test", in(20_000)), "another thread is free");
      assertThrows(TimeoutException.class, () -> lookups.of("slow2.test", in(20)));
      assertThrows(TimeoutException.class, () -> lookups.of("a.test", in(20)));
      assertThrows(TimeoutException.class, () -> lookups.of("b.test", in(20)));
      // those who have given up wait no more, so that there is room
      assertThrows(TimeoutException.class, () -> lookups.of("c.test", in(20)));
      assertEquals(3, asked.get());
      silence.countDown();
      assertEquals(THERE, lookups.of("c.test", in(20_000)));
    }
  }

  @Test
  void waitingIsBoundedAndOneNameIsAskedOnce() throws Exception {
    try (Lookups lookups = new Lookups(this::resolve, 1, 1);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<InetAddress>>> same =
          List.of(
              threads.submit(() -> lookups.of("slow.test", in(20_000))),
              threads.submit(() -> lookups.of("slow.test", in(20_000))));
      while (asked.get() == 0) {
        Thread.onSpinWait();
      }
      Future<List<InetAddress>> next = threads.submit(() -> patiently(lookups, "a.test"));
      boolean refused = false;
      while (!refused) {
        try {
          lookups.of("b.test", in(1));
        } catch (RejectedExecutionException e) {
          refused = true;
        } catch (TimeoutException e) {
          Thread.onSpinWait();
        }
      }
      silence.countDown();
      for (Future<List<InetAddress>> one : same) {
        assertEquals(THERE, one.get());
      }
      assertEquals(THERE, next.get());
      assertEquals(2, asked.get());
    }
  }

  private static List<InetAddress> patiently(Lookups lookups, String host) throws Exception {
    while (true) {
      try {
        return lookups.of(host, in(20_000));
      } catch (RejectedExecutionException e) {
        Thread.onSpinWait();
      }
    }
  }
}
