package io.policyc.signatures.tuf;

import dev.sigstore.json.JsonParseException;
import dev.sigstore.tuf.TrustedMetaStore;
import dev.sigstore.tuf.model.TufMeta;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/// Whether all that the mirror signed is still good.
///
/// sigstore-java 2.0.0 looks at a date only when a version is new: a mirror that goes on showing an
/// old state would stay believed for ever.
final class Expiry {
  private Expiry() {}

  static void check(TrustedMetaStore meta, Instant now)
      throws IOException, JsonParseException, RefreshException {
    List<TufMeta> all =
        List.of(
            meta.getRoot().getSignedMeta(),
            meta.getTimestamp().getSignedMeta(),
            meta.getSnapshot().getSignedMeta(),
            meta.getTargets().getSignedMeta());
    for (TufMeta one : all) {
      Instant end = one.getExpiresAsDate().toInstant();
      if (!end.isAfter(now)) {
        throw new RefreshException("what the mirror signed has expired at " + end);
      }
    }
  }
}
