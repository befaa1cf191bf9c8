package io.policyc.signatures.tuf;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.FileExceedsMaxLengthException;
import dev.sigstore.tuf.FileNotFoundException;
import dev.sigstore.tuf.InvalidHashesException;
import dev.sigstore.tuf.RoleExpiredException;
import dev.sigstore.tuf.RollbackVersionException;
import dev.sigstore.tuf.SignatureVerificationException;
import dev.sigstore.tuf.SnapshotTargetMissingException;
import dev.sigstore.tuf.SnapshotTargetVersionException;
import dev.sigstore.tuf.SnapshotVersionMismatchException;
import dev.sigstore.tuf.TargetMetadataMissingException;
import io.policyc.signatures.Quote;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What went wrong, for a reader who does not know The Update Framework's roles.
final class FailureWords {
  private FailureWords() {}

  static String of(@Nullable Throwable failure) {
    return switch (failure) {
      case RefreshException e -> e.why();
      case RoleExpiredException e ->
          "what the mirror signed has expired at " + e.getRoleExpirationTime().toInstant();
      case RollbackVersionException e ->
          "the mirror shows version %d where version %d is known: somebody may show an old state"
              .formatted(e.getFoundVersion(), e.getCurrentVersion());
      case SnapshotTargetVersionException _, SnapshotTargetMissingException _ ->
          "the mirror shows less than is known: somebody may show an old state";
      case SignatureVerificationException _ -> "too few signatures of the mirror's keys are right";
      case InvalidHashesException _ -> "a file of the mirror is not the one that was signed";
      case SnapshotVersionMismatchException _ -> "the mirror's files do not belong together";
      case FileExceedsMaxLengthException e ->
          "a file of the mirror is larger than " + e.getMaxSize() + " bytes";
      case FileNotFoundException _ -> "the mirror lacks a file that it should have";
      case TargetMetadataMissingException _ -> "the mirror has no `trusted_root.json`";
      case JsonParseException _ -> "what the mirror or the folder holds cannot be read";
      case IOException e -> "the mirror cannot be asked: " + told(e);
      case null, default -> "what the mirror or the folder holds cannot be read";
    };
  }

  private static String told(IOException e) {
    String text = e.getMessage();
    return text == null ? "no connection" : Quote.of(text);
  }
}
