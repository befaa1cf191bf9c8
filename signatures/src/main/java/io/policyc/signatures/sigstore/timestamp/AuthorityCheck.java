package io.policyc.signatures.sigstore.timestamp;

import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.certificate.IssuerPath;
import io.policyc.signatures.sigstore.certificate.PathCheck;
import io.policyc.signatures.sigstore.certificate.Tries;
import io.policyc.signatures.sigstore.keys.KeyStrength;
import io.policyc.signatures.sigstore.timestamp.TimestampCheck.Result;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.tsp.TimeStampToken;

/// Whether a timestamp is of an authority that the trust root names, as it is to be believed then.
final class AuthorityCheck {
  static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

  private AuthorityCheck() {}

  static Result byAny(TimeStampToken token, TrustRoot root, Tries tries) {
    List<Result> troubles = new ArrayList<>();
    List<X509Certificate> sent = IssuerPath.quick(TokenSignature.certificates(token));
    for (TrustRoot.Authority authority : root.timestampAuthorities()) {
      for (List<X509Certificate> path : paths(token, sent, authority, tries)) {
        Result result = check(token, path, authority);
        if (result instanceof Result.Proven) {
          return result;
        }
        troubles.add(result);
      }
    }
    return troubles.isEmpty()
        ? refuse(
            Reason.UNTRUSTED_TIMESTAMP,
            "the timestamp is of no authority that the trust root names")
        : troubles.getFirst();
  }

  /// The ways from the timestamp's signer to the authority's anchor. The signer is the one that the
  /// trust root names, or, where it names none, the one sent along.
  private static List<List<X509Certificate>> paths(
      TimeStampToken token,
      List<X509Certificate> sent,
      TrustRoot.Authority authority,
      Tries tries) {
    List<X509Certificate> chain = authority.chain();
    if (chain.isEmpty()) {
      return List.of();
    }
    boolean named = chain.getFirst().getBasicConstraints() < 0;
    List<X509Certificate> issuers = new ArrayList<>();
    if (chain.size() > 1) {
      issuers.addAll(chain.subList(named ? 1 : 0, chain.size() - 1));
    } else {
      issuers.addAll(sent);
    }
    List<X509Certificate> signers = named ? chain.subList(0, 1) : sent;
    return signers.stream()
        .filter(signer -> TokenSignature.names(token, signer))
        .limit(2)
        .flatMap(signer -> IssuerPath.all(signer, issuers, chain.getLast(), tries).stream())
        .toList();
  }

  private static Result check(
      TimeStampToken token, List<X509Certificate> path, TrustRoot.Authority authority) {
    X509Certificate signer = path.getFirst();
    Instant time = token.getTimeStampInfo().getGenTime().toInstant();
    if (KeyStrength.trouble(signer.getPublicKey()).isPresent()
        || !TokenSignature.verifies(token, signer)) {
      return refuse(Reason.BAD_TIMESTAMP, "the timestamp's signature does not verify");
    }
    if (!authority.period().contains(time)) {
      return refuse(
          Reason.UNTRUSTED_TIMESTAMP,
          "the trust root does not trust the timestamp's authority at " + time);
    }
    if (!PathCheck.issuersAllow(path, TIME_STAMPING)) {
      return refuse(
          Reason.UNTRUSTED_TIMESTAMP, "the timestamp's authority is for other purposes than that");
    }
    Optional<String> trouble = PathCheck.trouble(path, time);
    return trouble.isPresent()
        ? refuse(Reason.UNTRUSTED_TIMESTAMP, trouble.get())
        : new Result.Proven(time, authority);
  }

  private static Result refuse(Reason reason, String detail) {
    return new Result.Refused(reason, detail);
  }
}
