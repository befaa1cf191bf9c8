package io.policyc.signatures.sigstore;

import java.util.EnumSet;
import java.util.Set;

/// What is asked of a signature.
///
/// @param signers whose it must be
/// @param statement what it must say
/// @param formats the ways of writing it down that count; at least one
/// @param log whether it must stand in a transparency log that the trust root names. A keyless one
///   needs a proven time in any case. What is there is checked even where it is not asked for.
/// @param certificateLog whether a log of certificates must have promised to record the signer's
public record Demand(
    Signers signers,
    Statement statement,
    Set<Format> formats,
    Log log,
    CertificateLog certificateLog) {
  /// Whether an entry of a transparency log is asked for.
  public enum Log {
    REQUIRED,
    IF_PRESENT
  }

  /// Whether a promise of a certificate log is asked for.
  public enum CertificateLog {
    REQUIRED,
    /// An authority of one's own may have no log. Promises that are there are checked all the same
    /// when the trust root names certificate logs.
    NOT_ASKED
  }

  /// @throws IllegalArgumentException when no format counts
  public Demand {
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("a demand that no format can meet");
    }
    formats = Set.copyOf(formats);
  }

  /// A demand that asks for a certificate log's promise.
  ///
  /// @throws IllegalArgumentException when no format counts
  public Demand(Signers signers, Statement statement, Set<Format> formats, Log log) {
    this(signers, statement, formats, log, CertificateLog.REQUIRED);
  }

  /// A demand that takes every format. A keyless signature must stand in a log: without one, nobody
  /// would notice that an identity was misused. A key's need not, but what is there is checked.
  public static Demand of(Signers signers, Statement statement) {
    Log log =
        switch (signers) {
          case Signers.Keyless _ -> Log.REQUIRED;
          case Signers.Key _ -> Log.IF_PRESENT;
        };
    return new Demand(signers, statement, EnumSet.allOf(Format.class), log);
  }

  /// The same demand with another wish about logs.
  public Demand withLog(Log wish) {
    return new Demand(signers, statement, formats, wish, certificateLog);
  }

  /// The same demand with another wish about certificate logs.
  public Demand withCertificateLog(CertificateLog wish) {
    return new Demand(signers, statement, formats, log, wish);
  }
}
