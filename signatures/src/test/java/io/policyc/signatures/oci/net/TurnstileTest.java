package io.policyc.signatures.oci.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.oci.Deadline;
import io.policyc.signatures.oci.Timekeeper;
import io.policyc.signatures.oci.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TurnstileTest {
  private static final Request ONE = Request.get(URI.create("https://one.test/"), "*/*", 1);
  private static final Request OTHER = Request.get(URI.create("https://other.test/"), "*/*", 1);

  private static Answer ok(Request request) {
    return new Answer.Reply(request.uri(), 200, Map.of(), Bytes.EMPTY);
  }

  @Test
  @Timeout(20)
  void soManyCallsToAHostHappenAtTheSameTime() throws Exception {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch three = new CountDownLatch(3);
    Exchange slow =
        (request, deadline) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          three.countDown();
          try {
            three.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          now.decrementAndGet();
          return ok(request);
        };
    Turnstile turnstile = new Turnstile(slow, 3);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> calls = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        calls.add(
            threads.submit(
                () -> turnstile.send(ONE, Deadline.in(Duration.ofSeconds(15), Timekeeper.SYSTEM))));
      }
      for (Future<Answer> call : calls) {
        assertInstanceOf(Answer.Reply.class, call.get());
      }
    }
    assertEquals(3, most.get());
  }

  /// One host that hangs does not stop another, and whoever waits does so by the deadline.
  @Test
  @Timeout(20)
  void waitingEndsByTheDeadlineAndHostsAreApart() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    Exchange hanging =
        (request, deadline) -> {
          if (request.equals(ONE)) {
            inside.countDown();
            try {
              over.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          return ok(request);
        };
    Turnstile turnstile = new Turnstile(hanging, 1);
    Deadline late = Deadline.in(Duration.ofSeconds(15), Timekeeper.SYSTEM);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> first = threads.submit(() -> turnstile.send(ONE, late));
      inside.await();
      Answer second = turnstile.send(ONE, Deadline.in(Duration.ofMillis(20), Timekeeper.SYSTEM));
      assertEquals(
          Trouble.Kind.DEADLINE, assertInstanceOf(Answer.Failed.class, second).trouble().kind());
      assertInstanceOf(Answer.Reply.class, turnstile.send(OTHER, late));
      over.countDown();
      assertInstanceOf(Answer.Reply.class, first.get());
    }
    assertInstanceOf(Answer.Reply.class, turnstile.send(ONE, late), "the permit is back");
  }
}
