package io.policyc.signatures.sigstore.cosign;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.read.Fields;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.read.Trouble;
import java.util.Optional;

/// What cosign's first layout signs: "simple signing".
///
/// @param type that it says it is, `cosign container image signature` in cosign's own
/// @param digest of the image
public record SimpleSigning(String type, Digest digest) {
  /// The type of cosign's signatures; others, as of `atomic`, are not.
  public static final String TYPE = "cosign container image signature";

  private static final Digest NONE = Digest.sha256(new byte[0]);

  /// Reads a payload. The name of the image in it is not looked at: cosign does not either, and an
  /// image may be copied.
  public static Read<SimpleSigning> read(Bytes payload) {
    Trouble trouble = new Trouble();
    Fields critical = Fields.of(JsonReader.read(payload.view()), trouble).object("critical");
    SimpleSigning read = new SimpleSigning(critical.text("type"), digest(critical.object("image")));
    return trouble.unless(Reason.MALFORMED_STATEMENT, () -> read);
  }

  private static Digest digest(Fields image) {
    // Go's reader does not mind the case, and the specification's example begins with a capital
    Optional<String> capital = image.maybeText("Docker-manifest-digest");
    String name =
        capital.isPresent() && image.json().get("docker-manifest-digest").isEmpty()
            ? "Docker-manifest-digest"
            : "docker-manifest-digest";
    return image.meaning(name, "a digest", Digest::parse, NONE);
  }
}
