package io.policyc.tests.peers.cosign;

import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Identity tokens (RFC 7519) with a signature that nobody checks.
final class Tokens {
  private Tokens() {}

  /// A token of somebody with an address, or with a URI.
  static String make(String issuer, String subject) {
    ObjectNode claims = Piece.JSON.createObjectNode();
    claims
        .put("iss", issuer)
        .put("aud", "sigstore")
        .put("exp", 4_000_000_000L)
        .put("iat", 1_700_000_000L);
    if (subject.contains("://")) {
      claims.put("sub", subject);
    } else {
      claims.put("sub", "1").put("email", subject).put("email_verified", true);
    }
    return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
        + "."
        + part(Piece.JSON.writeValueAsString(claims))
        + "."
        + part("nobody looks at this signature");
  }

  private static String part(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Bytes8.of(text));
  }

  /// The claims of a token behind `Bearer`.
  static JsonNode read(String header) {
    String[] parts = header.substring("Bearer ".length()).split("\\.", -1);
    return Piece.JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
  }
}
