package io.policyc.signatures.trust;

import io.policyc.signatures.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/// The trust roots that ship with policyc, and those in files.
///
/// The resources are listed with their sources in `src/main/resources/sigstore/README.md`.
public final class TrustRoots {
  /// The largest file that is read; Sigstore's own has 7 kB.
  public static final int MAX_BYTES = 4 << 20;

  private TrustRoots() {}

  /// Sigstore's public instance, sigstore.dev.
  public static TrustedRootFile publicGood() {
    return shipped("public-good", LocalDate.of(2026, 11, 5), "Sigstore's public trust root");
  }

  /// Sigstore's instance for trials, sigstage.dev.
  public static TrustedRootFile staging() {
    return shipped("staging", LocalDate.of(2026, 1, 14), "Sigstore's staging trust root");
  }

  /// The `root.json` of The Update Framework that vouches for the public instance's trust root, and
  /// for the `root.json` after it.
  public static Bytes publicGoodUpdates() {
    return resource("/sigstore/public-good/2026-11-05/root.json");
  }

  private static TrustedRootFile shipped(String instance, LocalDate date, String name) {
    Bytes json = resource("/sigstore/" + instance + "/" + date + "/trusted_root.json");
    return new TrustedRootFile(name + " of " + date, json, Optional.of(date));
  }

  static Bytes resource(String path) {
    try (InputStream in = TrustRoots.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + path);
      }
      return Bytes.wrap(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What came of reading a file.
  public sealed interface Reading {
    /// It was read.
    record Read(TrustedRootFile root) implements Reading {}

    /// It was not.
    ///
    /// @param why in words, without the file's name
    record Unreadable(String why) implements Reading {}
  }

  /// A root from a file: for private instances, and for machines without a network.
  ///
  /// @param file a plain file of at most [#MAX_BYTES]; a pipe or device is refused, since it may
  ///   have no end
  public static Reading file(Path file) {
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real)) {
        return new Reading.Unreadable("it is no plain file");
      }
      try (InputStream in = Files.newInputStream(real)) {
        return read(file, in.readNBytes(MAX_BYTES + 1));
      }
    } catch (NoSuchFileException | InvalidPathException e) {
      return new Reading.Unreadable("there is no such file");
    } catch (IOException e) {
      return new Reading.Unreadable("it cannot be read");
    }
  }

  private static Reading read(Path file, byte[] content) {
    return content.length > MAX_BYTES
        ? new Reading.Unreadable("it is larger than 4 MiB")
        : new Reading.Read(
            new TrustedRootFile("`" + file + "`", Bytes.wrap(content), Optional.empty()));
  }
}
