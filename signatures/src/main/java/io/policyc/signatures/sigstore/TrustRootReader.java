package io.policyc.signatures.sigstore;

import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import java.util.Set;

/// Reads Sigstore's `trusted_root.json`.
///
/// Strict where trust depends on it: every key and authority needs a period with a start, every
/// certificate and key must be readable and strong, a log's hash is SHA-256. Members that are not
/// known are passed over, and so are logs whose keys are of a kind that is not known: nothing is
/// believed of those.
///
/// @see <a
///   href="https://github.com/sigstore/protobuf-specs/blob/v0.5.0/protos/sigstore_trustroot.proto">protobuf-specs
///   0.5.0, sigstore_trustroot.proto</a>
public final class TrustRootReader {
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final Set<String> MEDIA_TYPES =
      Set.of(
          "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
          "application/vnd.dev.sigstore.trustedroot.v0.1+json",
          "application/vnd.dev.sigstore.trustedroot.v0.2+json");

  private TrustRootReader() {}

  /// What became of the bytes.
  public sealed interface Result {
    /// A trust root.
    record Read(TrustRoot root) implements Result {}

    /// None.
    ///
    /// @param why in one sentence, lower-case, no full stop
    record Refused(String why) implements Result {}
  }

  /// Reads a trust root.
  ///
  /// @param json at most 4 MiB
  public static Result read(byte[] json) {
    if (json.length > MAX_BYTES) {
      return new Result.Refused("the trust root is longer than 4 MiB");
    }
    try {
      Json root =
          JsonReader.read(json)
              .orElseThrow(() -> new Refusal("the trust root is no JSON, or has too many parts"));
      return new Result.Read(root(root));
    } catch (Refusal e) {
      return new Result.Refused(e.why());
    }
  }

  private static TrustRoot root(Json root) throws Refusal {
    TrustRootParts parts = new TrustRootParts();
    String mediaType = parts.text(root, "mediaType", "the trust root");
    if (!MEDIA_TYPES.contains(mediaType)) {
      throw new Refusal("the trust root is of a kind that is not known", mediaType);
    }
    return new TrustRoot(
        parts.authorities(root, "certificateAuthorities"),
        parts.logs(root, "ctlogs"),
        parts.logs(root, "tlogs"),
        parts.authorities(root, "timestampAuthorities"));
  }
}
