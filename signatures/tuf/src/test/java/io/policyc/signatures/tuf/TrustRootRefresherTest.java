package io.policyc.signatures.tuf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.trust.TrustRoots;
import io.policyc.signatures.trust.TrustedRootFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Security;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrustRootRefresherTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final TrustedRootFile OLD = TrustRoots.publicGood();
  private static final byte[] NEW = TrustRoots.staging().json().toArray();
  private static final byte[] NEWER = TrustRoots.publicGood().json().toArray();
  private static final Duration AMPLE = Duration.ofSeconds(60);

  @TempDir Path temp = Path.of("unset");

  private Refresh refresh(StubMirror mirror, TufRepository repository, Instant now) {
    return refresh(mirror, repository, now, temp.resolve("cache"), AMPLE);
  }

  private static Refresh refresh(
      StubMirror mirror, TufRepository repository, Instant now, Path cache, Duration deadline) {
    TufMirror told = new TufMirror(mirror.uri(), Bytes.wrap(repository.firstRoot()));
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    return new TrustRootRefresher(told, cache, deadline, clock).refresh(OLD);
  }

  private static void assertKept(String why, Refresh refresh) {
    assertEquals(new Refresh.Kept(OLD, why), refresh);
  }

  static Stream<TufRepository> fetchesWhatTheMirrorVouchesFor() {
    return Stream.of(TufRepository.onP256(), TufRepository.onEd25519());
  }

  @ParameterizedTest
  @MethodSource
  void fetchesWhatTheMirrorVouchesFor(TufRepository repository) throws IOException {
    repository.publish(1, NEW);
    try (StubMirror mirror = new StubMirror(repository.files)) {
      Refresh refresh = refresh(mirror, repository, NOW);
      assertEquals(
          new Refresh.Refreshed(
              new TrustedRootFile(
                  "the trust root of `127.0.0.1` of 2026-11-24",
                  Bytes.wrap(NEW),
                  Optional.of(LocalDate.of(2026, 11, 24)))),
          refresh);
      assertEquals(refresh, refresh(mirror, repository, NOW), "nothing new is fine, too");
    }
    assertNull(Security.getProvider("BC"), "the platform's providers stay as they are");
  }

  @Test
  void followsToANewRootAndANewVersion() throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    try (StubMirror mirror = new StubMirror(repository.files)) {
      refresh(mirror, repository, NOW);
      repository.files.put("/2.root.json", repository.root(2, TufRepository.FAR));
      repository.publish(2, NEWER);
      assertEquals(Bytes.wrap(NEWER), refresh(mirror, repository, NOW).root().json());
    }
  }

  /// A change to a good repository, and why the old root is kept then.
  static Stream<Arguments> keepsTheOldRootAndSaysWhy() {
    return Stream.of(
        row(
            "signed by a stranger",
            r -> r.signedByAStranger().publish(1, NEW),
            "too few signatures of the mirror's keys are right"),
        row(
            "a signature that is none",
            r -> replace(r, "/timestamp.json", "\"sig\":\"", "\"sig\":\"zz"),
            "too few signatures of the mirror's keys are right"),
        row(
            "a next root by a stranger",
            r -> r.files.put("/2.root.json", r.signedByAStranger().root(2, TufRepository.FAR)),
            "too few signatures of the mirror's keys are right"),
        row(
            "another number inside the next root",
            r -> r.files.put("/2.root.json", r.root(3, TufRepository.FAR)),
            "the mirror shows version 3 where version 2 is known: somebody may show an old state"),
        row(
            "an expired root",
            r -> r.files.put("/2.root.json", r.root(2, NOW)),
            "what the mirror signed has expired at 2026-11-24T12:00:00Z"),
        row(
            "an expired timestamp",
            r -> r.publish(1, NEW, NOW.minusSeconds(1)),
            "what the mirror signed has expired at 2026-11-24T11:59:59Z"),
        row(
            "another snapshot",
            r -> replace(r, "/1.snapshot.json", "\"version\":1}}", "\"version\":2}}"),
            "too few signatures of the mirror's keys are right"),
        row(
            "no snapshot",
            r -> r.files.remove("/1.snapshot.json"),
            "the mirror lacks a file that it should have"),
        row(
            "no timestamp",
            r -> r.files.remove("/timestamp.json"),
            "the mirror lacks a file that it should have"),
        row("nothing", r -> r.files.clear(), "the mirror lacks a file that it should have"),
        row(
            "no trust root among the targets",
            r -> r.targets(1, "{" + r.target("other.json", NEW) + "}"),
            "the mirror has no `trusted_root.json`"),
        row(
            "a target that is not there",
            r -> r.files.keySet().removeIf(name -> name.startsWith("/targets/")),
            "the mirror lacks a file that it should have"),
        row(
            "another target",
            r -> r.files.replaceAll((n, old) -> n.startsWith("/targets/") ? other(old) : old),
            "a file of the mirror is not the one that was signed"),
        row(
            "a target that is too long",
            r -> r.files.replaceAll((n, old) -> n.startsWith("/targets/") ? longer(old) : old),
            "a file of the mirror is larger than " + NEW.length + " bytes"),
        row(
            "metadata that is too long",
            r -> r.files.put("/timestamp.json", " ".repeat(5 << 20).getBytes(UTF_8)),
            "a file of the mirror is larger than 101376 bytes"),
        row(
            "a target that is no trust root",
            r -> r.publish(1, "{}".getBytes(UTF_8)),
            "what the mirror gives cannot be used: the trust root lacks the text `mediaType`"),
        row(
            "no JSON",
            r -> r.files.put("/timestamp.json", "<html>".getBytes(UTF_8)),
            "what the mirror or the folder holds cannot be read"),
        row(
            "an empty file",
            r -> r.files.put("/timestamp.json", new byte[0]),
            "what the mirror or the folder holds cannot be read"),
        row(
            "deep JSON",
            r -> r.files.put("/timestamp.json", "[".repeat(100_000).getBytes(UTF_8)),
            "what the mirror or the folder holds cannot be read"),
        row(
            "JSON of another shape",
            r -> r.files.put("/timestamp.json", "{\"signed\":7,\"signatures\":{}}".getBytes(UTF_8)),
            "what the mirror or the folder holds cannot be read"));
  }

  private static Arguments row(String name, Consumer<TufRepository> change, String why) {
    return Arguments.argumentSet(name, change, why);
  }

  private static void replace(TufRepository repository, String file, String old, String by) {
    String text = new String(repository.files.getOrDefault(file, new byte[0]), UTF_8);
    assertTrue(text.contains(old), text);
    repository.files.put(file, text.replace(old, by).getBytes(UTF_8));
  }

  private static byte[] other(byte[] content) {
    byte[] changed = content.clone();
    changed[changed.length / 2] ^= 1;
    return changed;
  }

  private static byte[] longer(byte[] content) {
    return java.util.Arrays.copyOf(content, content.length + 1);
  }

  @ParameterizedTest
  @MethodSource
  void keepsTheOldRootAndSaysWhy(Consumer<TufRepository> change, String why) throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    change.accept(repository);
    List<String> logged = new ArrayList<>();
    try (StubMirror mirror = new StubMirror(repository.files);
        Listening _ = new Listening(logged)) {
      assertKept(why, refresh(mirror, repository, NOW));
    }
    assertEquals(List.of(), logged, "nothing is told past the answer");
    assertEquals(List.of(), filesBelow(temp), "nothing is kept of what failed");
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static final class Listening extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger("dev.sigstore");
    private final List<String> logged;

    Listening(List<String> logged) {
      this.logged = logged;
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord entry) {
      logged.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }

  @Test
  void refusesWhatIsOlderThanWhatItHasSeen() throws IOException {
    TufRepository repository = TufRepository.onP256().publish(2, NEWER);
    try (StubMirror mirror = new StubMirror(repository.files)) {
      refresh(mirror, repository, NOW);
      repository.publish(1, NEW);
      assertKept(
          "the mirror shows version 1 where version 2 is known: somebody may show an old state",
          refresh(mirror, repository, NOW));
    }
  }

  /// sigstore-java alone takes an expired timestamp whose version it has seen before.
  @Test
  void isNotHeldAtAnOldState() throws IOException {
    TufRepository repository =
        TufRepository.onP256().publish(1, NEW, Instant.parse("2026-12-01T00:00:00Z"));
    try (StubMirror mirror = new StubMirror(repository.files)) {
      refresh(mirror, repository, NOW);
      assertKept(
          "what the mirror signed has expired at 2026-12-01T00:00:00Z",
          refresh(mirror, repository, Instant.parse("2026-12-02T00:00:00Z")));
    }
  }

  /// sigstore-java alone keeps the timestamp, and next time takes the old snapshot for its own.
  @Test
  void takesNothingOldForNewAfterAFailure() throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    try (StubMirror mirror = new StubMirror(repository.files)) {
      refresh(mirror, repository, NOW);
      repository.publish(2, NEWER).files.remove("/2.snapshot.json");
      for (int again = 0; again < 2; again++) {
        assertKept("the mirror lacks a file that it should have", refresh(mirror, repository, NOW));
      }
    }
  }

  @Test
  void waitsNoLongerThanItsDeadline() throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    repository.files.put("/hang", new byte[0]);
    try (StubMirror mirror = new StubMirror(repository.files)) {
      assertKept(
          "the mirror did not answer in 300 ms",
          refresh(mirror, repository, NOW, temp, Duration.ofMillis(300)));
    }
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(ints = {302, 500})
  void followsNoRedirectAndTellsOfTheStatus(int status) throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    try (StubMirror mirror = new StubMirror(repository.files, status)) {
      assertKept(
          "the mirror cannot be asked: `status " + status + "`", refresh(mirror, repository, NOW));
    }
  }

  @Test
  void tellsThatNobodyAnswers() throws IOException {
    TufRepository repository = TufRepository.onP256();
    StubMirror gone = new StubMirror(Map.of());
    gone.close();
    Refresh refresh = refresh(gone, repository, NOW);
    assertKept("the mirror cannot be asked: no connection", refresh);
    assertSame(OLD, refresh.root());
  }

  @Test
  void tellsThatItsFolderCannotBeWritten() throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    Path file = Files.writeString(temp.resolve("file"), "");
    try (StubMirror mirror = new StubMirror(repository.files)) {
      Refresh refresh = refresh(mirror, repository, NOW, file.resolve("cache"), AMPLE);
      assertTrue(
          refresh instanceof Refresh.Kept(var root, var why)
              && root.equals(OLD)
              && why.startsWith("the folder `" + file)
              && why.endsWith("cannot be written"),
          refresh.toString());
    }
  }

  @Test
  void saysThatWhatItHasSeenIsDamaged() throws IOException {
    TufRepository repository = TufRepository.onP256().publish(1, NEW);
    try (StubMirror mirror = new StubMirror(repository.files)) {
      refresh(mirror, repository, NOW);
      for (Path file : filesBelow(temp)) {
        Files.writeString(file, "{");
      }
      assertKept(
          "what the mirror or the folder holds cannot be read", refresh(mirror, repository, NOW));
    }
  }
}
