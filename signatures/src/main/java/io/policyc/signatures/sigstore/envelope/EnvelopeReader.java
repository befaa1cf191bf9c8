package io.policyc.signatures.sigstore.envelope;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.JsonReader;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.read.Fields;
import io.policyc.signatures.sigstore.read.Read;
import io.policyc.signatures.sigstore.read.Trouble;
import java.util.List;

/// Reads DSSE envelopes.
public final class EnvelopeReader {
  private static final int MAX_SIGNATURES = 100;

  private EnvelopeReader() {}

  /// Reads an envelope that stands by itself.
  ///
  /// @param json the caller bounds its size
  public static Read<Envelope> read(Bytes json) {
    Trouble trouble = new Trouble();
    Fields fields = Fields.of(JsonReader.read(json.view()), trouble);
    Envelope envelope = read(fields);
    return trouble.unless(Reason.MALFORMED_ENVELOPE, () -> envelope);
  }

  /// Reads an envelope within another document, whose troubles it notes.
  ///
  /// Exactly one signature: with more it would be open whose of them counts.
  public static Envelope read(Fields fields) {
    List<Fields> signatures = fields.objects("signatures", MAX_SIGNATURES);
    if (signatures.size() != 1) {
      fields.trouble().note("the envelope has " + signatures.size() + " signatures, not one");
    }
    Bytes signature = signatures.isEmpty() ? Bytes.EMPTY : signatures.getFirst().base64("sig");
    return new Envelope(fields.text("payloadType"), fields.base64("payload"), signature);
  }
}
