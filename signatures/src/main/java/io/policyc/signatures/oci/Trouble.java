package io.policyc.signatures.oci;

/// Why it could not be told what a registry holds.
///
/// @param kind what went wrong
/// @param detail where and how, in one sentence: lower-case, no full stop, texts of strangers
///   escaped, in backticks and cut
public record Trouble(Kind kind, String detail) {
  /// What can go wrong. The ids stand in reports and in `docs/registries.md`.
  public enum Kind {
    /// The time for the whole verification is over.
    DEADLINE("deadline"),
    /// No connection, or one that broke; TLS that does not hold.
    UNREACHABLE("unreachable"),
    /// 401 or 403 with every credential there is.
    DENIED("denied"),
    /// 429, also after waiting as long as the deadline allows.
    RATE_LIMITED("rate-limited"),
    /// 5xx, also after trying again.
    SERVER_ERROR("server-error"),
    /// An answer that has no place in the protocol: a status, a content type, a redirect.
    UNEXPECTED("unexpected-answer"),
    /// More bytes than are read of such a thing.
    TOO_LARGE("too-large"),
    /// More pages, redirects, layers or referrers than are followed.
    TOO_MANY("too-many"),
    /// The content is not what its digest or size says.
    WRONG_DIGEST("wrong-digest"),
    /// The content cannot be read.
    MALFORMED("malformed"),
    /// A host, a scheme or an address that must not be asked.
    NOT_ALLOWED("not-allowed");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /// Its name in reports.
    public String id() {
      return id;
    }
  }
}
