package io.policyc.signatures.tuf;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.trust.TrustRoots;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Where newer trust roots are, and whose word counts there.
///
/// @param uri the folder that holds `timestamp.json`, by HTTP or HTTPS: what it gives is signed
/// @param root a `root.json` of the mirror that is believed as it is
public record TufMirror(URI uri, Bytes root) {
  public TufMirror {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("https") || scheme.equals("http");
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new IllegalArgumentException("a mirror is an address by https or http");
    }
    uri = uri.getPath().endsWith("/") ? uri : URI.create(uri + "/");
  }

  /// Sigstore's public instance, beginning with the `root.json` that ships.
  public static TufMirror publicGood() {
    return new TufMirror(
        URI.create("https://tuf-repo-cdn.sigstore.dev/"), TrustRoots.publicGoodUpdates());
  }

  // What was learnt from one mirror under one root says nothing of another.
  String id() {
    String both = uri + "\n" + Digest.sha256(root.view()).hex();
    return Digest.sha256(both.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
