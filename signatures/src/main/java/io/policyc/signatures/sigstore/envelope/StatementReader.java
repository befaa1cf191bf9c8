package io.policyc.signatures.sigstore.envelope;

import io.policyc.signatures.Digest;
import io.policyc.signatures.Json;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.read.Fields;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.read.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads in-toto statements of version 0.1 and 1.
public final class StatementReader {
  private static final Set<String> TYPES =
      Set.of("https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1");
  private static final int MAX_SUBJECTS = 1024;
  private static final int MAX_DIGESTS = 32;

  private StatementReader() {}

  /// Reads the statement in an envelope.
  ///
  /// A subject may lack a name, and the predicate may be missing: so cosign 3 writes.
  public static Read<InTotoStatement> read(Envelope envelope) {
    if (!envelope.payloadType().equals(Envelope.IN_TOTO)) {
      return Read.bad(
          Reason.MALFORMED_ENVELOPE,
          "its payload is of type "
              + Quote.of(envelope.payloadType())
              + ", not `"
              + Envelope.IN_TOTO
              + "`");
    }
    Trouble trouble = new Trouble();
    Fields fields = Fields.of(JsonReader.read(envelope.payload().view()), trouble);
    InTotoStatement statement = read(fields);
    return trouble.unless(Reason.MALFORMED_STATEMENT, () -> statement);
  }

  private static InTotoStatement read(Fields fields) {
    String type = fields.text("_type");
    if (!TYPES.contains(type)) {
      fields.trouble().note("it is of type " + Quote.of(type) + ", no statement of in-toto");
    }
    List<Digest> subjects = new ArrayList<>();
    for (Fields subject : fields.objects("subject", MAX_SUBJECTS)) {
      digests(subject.object("digest"), subjects);
    }
    return new InTotoStatement(
        subjects, fields.text("predicateType"), fields.json().get("predicate"));
  }

  private static void digests(Fields digests, List<Digest> into) {
    Map<String, Json> members =
        digests.json() instanceof Json.Obj(var all) ? all : Map.<String, Json>of();
    if (members.size() > MAX_DIGESTS) {
      digests.trouble().note("a subject has more than " + MAX_DIGESTS + " digests");
      return;
    }
    members.forEach(
        (name, value) -> value.asText().flatMap(hex -> digest(name, hex)).ifPresent(into::add));
  }

  /// Algorithms that are not ours, such as `gitCommit`, are passed over: they name something else.
  private static Optional<Digest> digest(String algorithm, String hex) {
    return Digest.parse(algorithm + ":" + hex);
  }
}
