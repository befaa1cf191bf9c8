package io.policyc.signatures.sigstore.bundle;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.Format;
import io.policyc.signatures.sigstore.envelope.Envelope;
import io.policyc.signatures.sigstore.log.LogEntry;
import java.util.List;
import java.util.Optional;

/// A signature with all that was found beside it, whatever way it was written down. Nothing in it
/// is believed.
///
/// @param content what is signed, and the signature
/// @param holder whose it claims to be
/// @param entries of transparency logs
/// @param timestamps tokens of timestamp authorities (RFC 3161)
public record Signed(
    Format format, Content content, Holder holder, List<LogEntry> entries, List<Bytes> timestamps) {
  public Signed {
    entries = List.copyOf(entries);
    timestamps = List.copyOf(timestamps);
  }

  /// What is signed.
  public sealed interface Content {
    /// Bytes that lie elsewhere.
    ///
    /// @param claimed the digest that the bundle says they have
    record Message(Optional<Digest> claimed, Bytes signature) implements Content {}

    /// cosign's payload, or a blob: bytes that are here.
    record Payload(Bytes payload, Bytes signature) implements Content {}

    /// An envelope.
    ///
    /// @param json the whole envelope as it was found; only where it stands by itself
    record Enveloped(Envelope envelope, Optional<Bytes> json) implements Content {}
  }

  /// Whose signature it claims to be.
  public sealed interface Holder {
    /// Of a certificate's subject.
    ///
    /// @param leaf in DER
    /// @param chain its issuers in DER, as far as they were found
    record Certificate(Bytes leaf, List<Bytes> chain) implements Holder {
      public Certificate {
        chain = List.copyOf(chain);
      }
    }

    /// Of a key that lies elsewhere; a hint may say which.
    record SomeKey(Optional<String> hint) implements Holder {}
  }

  /// The signature itself.
  public Bytes signature() {
    return switch (content) {
      case Content.Message(_, var signature) -> signature;
      case Content.Payload(_, var signature) -> signature;
      case Content.Enveloped(var envelope, _) -> envelope.signature();
    };
  }
}
