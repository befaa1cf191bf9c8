package io.policyc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final String ERASE = "\r\033[K";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Time clock = new Time();
  private final Progress progress = new Progress(new Sink(out, true), clock);

  @Test
  void saysNothingForASecond() {
    progress.at("reading a.policy");
    clock.millis += 999;
    progress.tick();
    progress.end();
    assertEquals("", said());
  }

  @Test
  void saysThenWhatIsBeingDone() {
    progress.at("reading a.policy");
    progress.at("resolving\033");
    clock.millis += 1_000;
    progress.tick();
    clock.millis += 200;
    progress.tick();
    progress.at("writing");
    clock.millis += 1_300;
    progress.tick();
    assertEquals(
        ERASE + "policyc: resolving\\u{1b} … 1 s" + ERASE + "policyc: writing … 2 s", said());
  }

  @Test
  void isGoneWhenTheWorkIsDone() {
    progress.at("reading");
    clock.millis += 5_000;
    progress.tick();
    out.reset();
    progress.end();
    progress.tick();
    progress.end();
    assertEquals(ERASE, said());
  }

  @Test
  void saysNothingBeforeThereIsAnythingToSay() {
    clock.millis += 5_000;
    progress.tick();
    progress.end();
    assertEquals("", said());
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /// A clock that stands still unless it is moved.
  private static final class Time extends Clock {
    private long millis;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }
  }
}
