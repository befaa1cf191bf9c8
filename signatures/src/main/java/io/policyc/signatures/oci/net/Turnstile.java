package io.policyc.signatures.oci.net;

import io.policyc.signatures.oci.Deadline;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets only so many calls to one host happen at the same time; the others wait, within their
/// deadline.
final class Turnstile implements Exchange {
  private final Exchange next;
  private final int maxCalls;
  private final Map<Origin, Gate> gates = new LinkedHashMap<>();

  /// A gate that nobody holds or awaits a permit of is forgotten.
  private static final class Gate {
    private final Semaphore permits;
    private int users;

    Gate(int permits) {
      this.permits = new Semaphore(permits, true);
    }
  }

  Turnstile(Exchange next, int maxCalls) {
    this.next = next;
    this.maxCalls = maxCalls;
  }

  @Override
  public Answer send(Request request, Deadline deadline) {
    Optional<Origin> origin = Origin.of(request.uri());
    return origin.isEmpty()
        ? next.send(request, deadline)
        : through(origin.get(), request, deadline);
  }

  private Answer through(Origin origin, Request request, Deadline deadline) {
    Gate gate = enter(origin);
    try {
      if (!gate.permits.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
        return Attempt.late(origin);
      }
      try {
        return next.send(request, deadline);
      } finally {
        gate.permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Attempt.late(origin);
    } finally {
      leave(origin, gate);
    }
  }

  private synchronized Gate enter(Origin origin) {
    Gate gate = gates.computeIfAbsent(origin, key -> new Gate(maxCalls));
    gate.users++;
    return gate;
  }

  private synchronized void leave(Origin origin, Gate gate) {
    gate.users--;
    if (gate.users == 0) {
      gates.remove(origin);
    }
  }
}
