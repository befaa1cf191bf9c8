package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.bundle.Signed.Content;
import io.policyc.signatures.sigstore.cosign.SimpleSigning;
import io.policyc.signatures.sigstore.envelope.Envelope;
import io.policyc.signatures.sigstore.envelope.InTotoStatement;
import io.policyc.signatures.sigstore.envelope.StatementReader;
import io.policyc.signatures.sigstore.read.Read;
import java.util.List;
import java.util.Optional;

/// What is signed, held against what is asked for.
///
/// @param asked what it must say
/// @param digests of the content of which it must say it, by several algorithms
record ContentCheck(Statement asked, List<Digest> digests) {

  /// What a signature says.
  ///
  /// @param digest of the content that it speaks of
  /// @param statement that it makes, if it is one of in-toto
  record Said(Digest digest, Optional<InTotoStatement> statement) {}

  Read<Said> check(Content content) {
    return switch (content) {
      case Content.Payload(var payload, _) -> payload(payload);
      case Content.Enveloped(var envelope, _) -> enveloped(envelope);
      case Content.Message(var claimed, _) -> message(claimed);
    };
  }

  private Read<Said> payload(Bytes payload) {
    return switch (asked) {
      case Statement.Signed _ -> SimpleSigning.read(payload).then(this::simple);
      case Statement.Attested(var type, _) -> onlySigned(type);
      case Statement.Blob _ ->
          digests.stream()
              .filter(digest -> Digest.of(digest.algorithm(), payload.view()).equals(digest))
              .findFirst()
              .map(ContentCheck::said)
              .orElseGet(() -> other("its payload has another digest"));
    };
  }

  private Read<Said> simple(SimpleSigning signed) {
    if (!signed.type().equals(SimpleSigning.TYPE)) {
      return Read.bad(
          Reason.NOT_A_SIGNATURE,
          "its payload is a %s, not a `%s`".formatted(Quote.of(signed.type()), SimpleSigning.TYPE));
    }
    return digests.contains(signed.digest())
        ? said(signed.digest())
        : other("it signs `" + signed.digest() + "`");
  }

  private Read<Said> message(Optional<Digest> claimed) {
    return switch (asked) {
      case Statement.Signed _ ->
          Read.bad(
              Reason.NOT_A_SIGNATURE,
              "it signs bytes without saying what for, which is no signature of an image");
      case Statement.Attested(var type, _) -> onlySigned(type);
      case Statement.Blob _ ->
          claimed.filter(digest -> !digests.contains(digest)).isPresent()
              ? other("it says it signs `" + claimed.get() + "`")
              : said(claimed.orElse(digests.getFirst()));
    };
  }

  private Read<Said> enveloped(Envelope envelope) {
    return StatementReader.read(envelope)
        .then(
            statement ->
                statement.subjects().stream()
                    .filter(digests::contains)
                    .findFirst()
                    .map(digest -> typed(new Said(digest, Optional.of(statement)), statement))
                    .orElseGet(() -> other(subjects(statement))));
  }

  private Read<Said> typed(Said said, InTotoStatement statement) {
    String type = statement.predicateType();
    return switch (asked) {
      case Statement.Signed _ ->
          type.equals(Statement.COSIGN_SIGN)
              ? new Read.Good<>(said)
              : Read.bad(
                  Reason.NOT_A_SIGNATURE,
                  "it attests to %s, which is no signature".formatted(Quote.of(type)));
      case Statement.Attested(var wanted, _) ->
          type.equals(wanted)
              ? new Read.Good<>(said)
              : Read.bad(
                  Reason.WRONG_PREDICATE_TYPE,
                  "it attests to %s, not to %s".formatted(Quote.of(type), Quote.of(wanted)));
      case Statement.Blob _ -> new Read.Good<>(said);
    };
  }

  private static String subjects(InTotoStatement statement) {
    int count = statement.subjects().size();
    return count == 1
        ? "it speaks of `" + statement.subjects().getFirst() + "`"
        : "none of its " + count + " subjects has the digest";
  }

  private static Read<Said> onlySigned(String wanted) {
    return Read.bad(
        Reason.WRONG_PREDICATE_TYPE,
        "it is a signature and attests to nothing, not to " + Quote.of(wanted));
  }

  private Read<Said> other(String what) {
    return Read.bad(Reason.WRONG_DIGEST, what + ", not `" + digests.getFirst() + "`");
  }

  private static Read<Said> said(Digest digest) {
    return new Read.Good<>(new Said(digest, Optional.empty()));
  }
}
