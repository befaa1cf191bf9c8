package io.policyc.signatures.tuf;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.MetaFetcher;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.Updater;
import io.policyc.signatures.Bytes;
import io.policyc.signatures.sigstore.TrustRootReader;
import io.policyc.signatures.trust.TrustedRootFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Fetches the trust root that a mirror of The Update Framework vouches for today.
///
/// Versions, signatures, thresholds, hashes and expiry are sigstore-java's to check. Around it:
/// time and sizes are bounded, nothing is kept of a refresh that failed, what comes is read before
/// it is believed, and every failure is a sentence.
public final class TrustRootRefresher {
  private static final String TARGET = "trusted_root.json";
  // It tells of malformed signatures with a stack trace; ours says that too few are right.
  private static final Logger UPDATER = Logger.getLogger(Updater.class.getName());

  private final TufMirror mirror;
  private final MetaFolder folder;
  private final Duration deadline;
  private final Clock clock;

  /// @param cache a folder for what the mirror was last seen to say, made when it is not there:
  ///   without it an older answer could not be told from a newer one
  /// @param deadline for all of it
  public TrustRootRefresher(TufMirror mirror, Path cache, Duration deadline, Clock clock) {
    UPDATER.setLevel(Level.OFF);
    this.mirror = mirror;
    this.folder = new MetaFolder(cache.resolve(mirror.id()));
    this.deadline = deadline;
    this.clock = clock;
  }

  /// Asks the mirror.
  ///
  /// @param old what stays when the mirror's answer is not good enough
  public Refresh refresh(TrustedRootFile old) {
    try {
      folder.prepare();
      PendingMeta pending = new PendingMeta(folder);
      Bytes json = bounded(pending);
      if (TrustRootReader.read(json.view()) instanceof TrustRootReader.Result.Refused(var why)) {
        return new Refresh.Kept(old, "what the mirror gives cannot be used: " + why);
      }
      folder.keep(pending.written());
      return new Refresh.Refreshed(file(json));
    } catch (RefreshException e) {
      return new Refresh.Kept(old, e.why());
    }
  }

  private TrustedRootFile file(Bytes json) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String name = "the trust root of `" + mirror.uri().getHost() + "` of " + today;
    return new TrustedRootFile(name, json, Optional.of(today));
  }

  // A server that sends a byte a second is as good as none: the whole of it has one deadline.
  private Bytes bounded(PendingMeta pending) throws RefreshException {
    try (BoundedFetcher files = new BoundedFetcher(mirror.uri(), deadline)) {
      FutureTask<Bytes> work = new FutureTask<>(() -> fetch(files, pending));
      Thread.ofPlatform().daemon().name("trust-root").start(work);
      return result(work);
    }
  }

  private Bytes result(FutureTask<Bytes> work) throws RefreshException {
    try {
      return work.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      throw new RefreshException("the mirror did not answer in " + deadline.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new RefreshException(FailureWords.of(e.getCause()), e);
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
      throw new RefreshException("it was interrupted", e);
    }
  }

  private Bytes fetch(BoundedFetcher files, PendingMeta pending)
      throws IOException, JsonParseException, RefreshException {
    TrustedMetaStore meta = TrustedMetaStore.newTrustedMetaStore(pending);
    OneTarget target = new OneTarget();
    Updater updater =
        Updater.builder()
            .setClock(clock)
            .setVerifiers(new KeyVerifiers())
            .setTrustedRootPath(() -> new String(mirror.root().view(), StandardCharsets.UTF_8))
            .setTrustedMetaStore(meta)
            .setTargetStore(target)
            .setMetaFetcher(MetaFetcher.newFetcher(files))
            .setTargetFetcher(files.below("targets/"))
            .build();
    updater.updateMeta();
    Expiry.check(meta, clock.instant());
    updater.downloadTarget(TARGET);
    return target.content();
  }
}
