package io.policyc.signatures.oci;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import java.util.Optional;

/// JSON objects with a bounded number of parts: `{},{},…` takes thirty times its length in memory
/// once it is read.
final class BoundedJson {
  private static final int MAX_PARTS = 100_000;

  private BoundedJson() {}

  /// An object; empty for anything else, and for one with more than 100,000 commas and brackets,
  /// those in texts included.
  static Optional<Json.Obj> read(Bytes content) {
    return parts(content.view()) > MAX_PARTS
        ? Optional.empty()
        : JsonReader.read(content.view())
            .filter(Json.Obj.class::isInstance)
            .map(Json.Obj.class::cast);
  }

  private static int parts(byte[] content) {
    int parts = 0;
    for (byte b : content) {
      if (b == ',' || b == '{' || b == '[') {
        parts++;
      }
    }
    return parts;
  }
}
