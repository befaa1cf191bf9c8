package io.policyc.signatures.oci.net;

import io.policyc.signatures.oci.Deadline;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Tries again where a host is busy or a connection broke: after the time that it asks for, or
/// after 0.2, 0.4, 0.8 … seconds; never past the deadline.
final class Patience implements Exchange {
  private static final Duration FIRST = Duration.ofMillis(200);

  private final Exchange next;
  private final int attempts;

  Patience(Exchange next, int attempts) {
    this.next = next;
    this.attempts = attempts;
  }

  @Override
  public Answer send(Request request, Deadline deadline) {
    Answer answer = next.send(request, deadline);
    Duration pause = FIRST;
    for (int i = 1; i < attempts && again(answer); i++) {
      if (!waited(asked(answer, deadline).orElse(pause), deadline)) {
        return answer;
      }
      pause = pause.multipliedBy(2);
      answer = next.send(request, deadline);
    }
    return answer;
  }

  private static boolean again(Answer answer) {
    return switch (answer) {
      case Answer.Failed(var trouble, var again) -> again;
      case Answer.Reply reply ->
          switch (reply.status()) {
            case 429, 500, 502, 503, 504 -> true;
            default -> false;
          };
    };
  }

  private static boolean waited(Duration pause, Deadline deadline) {
    try {
      return deadline.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Optional<Duration> asked(Answer answer, Deadline deadline) {
    return answer instanceof Answer.Reply reply
        ? reply.header("Retry-After").flatMap(text -> duration(text.strip(), deadline))
        : Optional.empty();
  }

  /// Seconds, or a date (RFC 9110, Retry-After).
  private static Optional<Duration> duration(String text, Deadline deadline) {
    if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit)) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration left = Duration.between(deadline.time().now(), date.toInstant());
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
