package io.policyc.signatures.sigstore.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Digest.Algorithm;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.log.LogEntry.KindVersion;
import io.policyc.signatures.sigstore.read.Base64Text;
import io.policyc.signatures.sigstore.read.Fields;
import io.policyc.signatures.sigstore.read.HashOutput;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.read.Trouble;
import java.util.List;
import java.util.Optional;

/// Reads what an entry of Rekor records.
public final class EntryBodyReader {
  private static final Digest NONE = Digest.sha256(new byte[0]);
  private static final EntryBody EMPTY = new EntryBody.HashedRekord(NONE, Bytes.EMPTY, Bytes.EMPTY);
  private static final int MAX_SIGNATURES = 100;

  private EntryBodyReader() {}

  /// Reads an entry's body.
  ///
  /// @return refused when it cannot be read, is of a kind that we do not know, or is not what its
  ///   bundle says it is
  public static Read<EntryBody> read(LogEntry entry) {
    Trouble trouble = new Trouble();
    Fields fields = Fields.of(JsonReader.read(entry.body().view()), trouble);
    KindVersion is = new KindVersion(fields.text("kind"), fields.text("apiVersion"));
    if (trouble.first().isPresent()) {
      return trouble.unless(Reason.MALFORMED_LOG_ENTRY, () -> EMPTY);
    }
    Optional<KindVersion> said = entry.kindVersion().filter(other -> !other.equals(is));
    return said.isPresent()
        ? Read.bad(
            Reason.LOG_ENTRY_MISMATCH,
            "the bundle speaks of an entry %s, its body is %s"
                .formatted(quoted(said.get()), quoted(is)))
        : body(is, fields.object("spec"));
  }

  private static String quoted(KindVersion kind) {
    return Quote.of(kind.toString());
  }

  private static Read<EntryBody> body(KindVersion kind, Fields spec) {
    Optional<EntryBody> body =
        switch (kind.toString()) {
          case "hashedrekord/0.0.1" -> Optional.of(hashedRekord1(spec));
          case "hashedrekord/0.0.2" -> Optional.of(hashedRekord2(spec.object("hashedRekordV002")));
          case "dsse/0.0.1" -> Optional.of(dsse(spec));
          case "intoto/0.0.1" -> Optional.of(inToto1(spec));
          case "intoto/0.0.2" -> Optional.of(inToto2(spec.object("content")));
          default -> Optional.empty();
        };
    return body.map(value -> spec.trouble().unless(Reason.MALFORMED_LOG_ENTRY, () -> value))
        .orElseGet(
            () ->
                Read.bad(
                    Reason.UNSUPPORTED_LOG_ENTRY,
                    "the entry is of kind " + quoted(kind) + ", which is not known here"));
  }

  private static EntryBody hashedRekord1(Fields spec) {
    Fields signature = spec.object("signature");
    return new EntryBody.HashedRekord(
        hash(spec.object("data").object("hash")),
        signature.base64("content"),
        signature.object("publicKey").base64("content"));
  }

  private static EntryBody hashedRekord2(Fields record) {
    Fields signature = record.object("signature");
    Fields verifier = signature.object("verifier");
    Fields key =
        verifier.maybeObject("x509Certificate").orElseGet(() -> verifier.object("publicKey"));
    return new EntryBody.HashedRekord(
        HashOutput.read(record.object("data")),
        signature.base64("content"),
        key.base64("rawBytes"));
  }

  private static EntryBody dsse(Fields spec) {
    Fields signature = only(spec.objects("signatures", MAX_SIGNATURES), spec);
    return new EntryBody.Dsse(
        hash(spec.object("envelopeHash")),
        hash(spec.object("payloadHash")),
        signature.base64("signature"),
        signature.base64("verifier"));
  }

  private static EntryBody inToto1(Fields spec) {
    Fields content = spec.object("content");
    return new EntryBody.InTotoHash(
        hash(content.object("hash")),
        content.maybeObject("payloadHash").map(EntryBodyReader::hash),
        spec.base64("publicKey"));
  }

  private static EntryBody inToto2(Fields content) {
    Fields envelope = content.object("envelope");
    Fields signature = only(envelope.objects("signatures", MAX_SIGNATURES), envelope);
    // the signature was in base64 when it was handed in, and Rekor put it in base64 once more
    Optional<Bytes> raw = Base64Text.decode(new String(signature.base64("sig").view(), ISO_8859_1));
    if (raw.isEmpty()) {
      signature.trouble().note("the signature of the entry is not valid base64");
    }
    return new EntryBody.InToto(
        envelope.text("payloadType"),
        hash(content.object("payloadHash")),
        raw.orElse(Bytes.EMPTY),
        signature.base64("publicKey"));
  }

  private static Fields only(List<Fields> signatures, Fields of) {
    if (signatures.size() != 1) {
      of.trouble().note("the entry has " + signatures.size() + " signatures, not one");
      return new Fields(of.json(), of.path(), new Trouble());
    }
    return signatures.getFirst();
  }

  private static Digest hash(Fields hash) {
    Algorithm algorithm = hash.meaning("algorithm", "a hash", Algorithm::named, Algorithm.SHA256);
    return hash.meaning(
        "value",
        "a value of " + algorithm.word(),
        hex -> Digest.parse(algorithm.word() + ":" + hex),
        NONE);
  }
}
