package io.policyc.signatures.sigstore;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.sigstore.ContentCheck.Said;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.Verdict.Signer;
import io.policyc.signatures.sigstore.Verdict.Verified;
import io.policyc.signatures.sigstore.bundle.Signed;
import io.policyc.signatures.sigstore.bundle.Signed.Holder;
import io.policyc.signatures.sigstore.certificate.CertificateCheck;
import io.policyc.signatures.sigstore.certificate.CertificateTimestamps;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.certificate.Tries;
import io.policyc.signatures.sigstore.keys.Certificates;
import io.policyc.signatures.sigstore.log.LogCheck;
import io.policyc.signatures.sigstore.log.Recorded;
import io.policyc.signatures.sigstore.read.Read;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One verification, step by step.
record Verification(
    TrustRoot root, Signed signed, List<Digest> digests, Demand demand, Instant now, Tries tries) {

  Verdict verdict() {
    Read<Verified> read = content().then(said -> party().then(party -> verified(said, party)));
    return switch (read) {
      case Read.Good<Verified>(var verified) -> verified;
      case Read.Bad<Verified>(var why) -> why;
    };
  }

  private Read<Said> content() {
    return new ContentCheck(demand.statement(), digests).check(signed.content());
  }

  private Read<Party> party() {
    return Party.of(demand.signers(), signed.holder());
  }

  private Read<Verified> verified(Said said, Party party) {
    return unless(SignatureCheck.check(signed, party.key(), digests), party)
        .then(_ -> LogCheck.check(new Recorded(signed, party.verifier(), digests), root))
        .then(log -> unless(unlogged(log), log))
        .then(
            log ->
                Times.of(signed, log, root, now, tries)
                    .then(times -> unless(retired(times, log), times))
                    .then(times -> signer(party, log, times).then(who -> said(said, who, times))));
  }

  private Optional<Rejected> unlogged(LogCheck.Proven log) {
    if (log.logged() || demand.log() == Demand.Log.IF_PRESENT) {
      return Optional.empty();
    }
    return Optional.of(
        log.unknown()
            .map(Verification::unknownLog)
            .orElseGet(
                () -> new Rejected(Reason.NO_LOG_ENTRY, "it stands in no transparency log")));
  }

  private Optional<Rejected> retired(Times times, LogCheck.Proven log) {
    return switch (demand.log()) {
      case REQUIRED -> times.retired(log, now);
      case IF_PRESENT -> Optional.empty();
    };
  }

  private static Rejected unknownLog(String id) {
    return new Rejected(
        Reason.UNKNOWN_LOG, "it stands in the log " + id + ", which the trust root does not name");
  }

  private Read<Signer> signer(Party party, LogCheck.Proven log, Times times) {
    return switch (demand.signers()) {
      case Signers.Key(var key) ->
          new Read.Good<>(new Signer.KeyHolder(Digest.sha256(key.getEncoded())));
      case Signers.Keyless(var identities) ->
          unless(undated(log, times), times)
              .then(_ -> certificate(party.leaf().orElseThrow(), times))
              .then(leaf -> IdentityCheck.check(leaf, identities))
              .then(Read.Good::new);
    };
  }

  /// A certificate of ten minutes says nothing without a time.
  private static Optional<Rejected> undated(LogCheck.Proven log, Times times) {
    if (!times.proven().isEmpty()) {
      return Optional.empty();
    }
    return times
        .untrusted()
        .or(() -> log.unknown().map(Verification::unknownLog))
        .or(
            () ->
                Optional.of(
                    new Rejected(
                        Reason.NO_PROVEN_TIME,
                        "neither a log nor a timestamp authority says when it was signed")));
  }

  private Read<LeafCertificate> certificate(LeafCertificate leaf, Times times) {
    return intermediates()
        .then(
            chain ->
                switch (CertificateCheck.at(leaf, chain, root, times.proven(), tries)) {
                  case CertificateCheck.Result.Untrusted(var reason, var detail) ->
                      Read.bad(reason, detail);
                  case CertificateCheck.Result.Trusted(var issuer) ->
                      unless(unpromised(leaf, issuer), leaf);
                });
  }

  private Optional<Rejected> unpromised(LeafCertificate leaf, X509Certificate issuer) {
    boolean checked =
        switch (demand.certificateLog()) {
          case REQUIRED -> true;
          case NOT_ASKED -> !root.certificateLogs().isEmpty() && CertificateTimestamps.areIn(leaf);
        };
    return checked ? CertificateTimestamps.check(leaf, issuer, root) : Optional.empty();
  }

  private Read<List<X509Certificate>> intermediates() {
    List<Bytes> ders =
        signed.holder() instanceof Holder.Certificate(_, var chain) ? chain : List.of();
    List<X509Certificate> chain = new ArrayList<>();
    for (Bytes der : ders) {
      Optional<X509Certificate> one = Certificates.read(der.view());
      if (one.isEmpty()) {
        return Read.bad(Reason.MALFORMED_CERTIFICATE, "a certificate of its chain cannot be read");
      }
      chain.add(one.get());
    }
    return new Read.Good<>(chain);
  }

  private Read<Verified> said(Said said, Signer signer, Times times) {
    Verified verified = new Verified(said.digest(), signer, times.earliest(), signed.format());
    return switch (demand.statement()) {
      case Statement.Attested(_, var conditions) ->
          unless(
              ConditionCheck.check(said.statement().flatMap(s -> s.predicate()), conditions),
              verified);
      case Statement.Signed _, Statement.Blob _ -> new Read.Good<>(verified);
    };
  }

  private static <T> Read<T> unless(Optional<Rejected> refused, T value) {
    return refused.<Read<T>>map(Read.Bad::new).orElseGet(() -> new Read.Good<>(value));
  }
}
