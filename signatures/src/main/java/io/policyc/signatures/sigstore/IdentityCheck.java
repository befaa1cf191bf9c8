package io.policyc.signatures.sigstore;

import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Verdict.Rejected;
import io.policyc.signatures.sigstore.Verdict.Signer.Identified;
import io.policyc.signatures.sigstore.certificate.LeafCertificate;
import io.policyc.signatures.sigstore.read.Read;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether a certificate is for one of the identities that are asked for.
final class IdentityCheck {
  private IdentityCheck() {}

  /// Tries all identities. When none is met, the reason is of the one that came furthest: a
  /// certificate of the right subject by the wrong issuer is refused for its issuer.
  static Read<Identified> check(LeafCertificate leaf, List<Identity> identities) {
    List<Read<Identified>> tried =
        identities.stream().map(identity -> check(leaf, identity)).toList();
    return tried.stream().max(Comparator.comparingInt(IdentityCheck::progress)).orElseThrow();
  }

  private static int progress(Read<Identified> read) {
    return switch (read) {
      case Read.Good<Identified> _ -> 3;
      case Read.Bad<Identified>(Rejected(var reason, _)) ->
          switch (reason) {
            case WRONG_EXTENSION -> 2;
            case WRONG_ISSUER -> 1;
            default -> 0;
          };
    };
  }

  private static Read<Identified> check(LeafCertificate leaf, Identity identity) {
    Optional<String> subject = leaf.names().stream().filter(identity.subject()::holds).findFirst();
    if (subject.isEmpty()) {
      return Read.bad(
          Reason.WRONG_IDENTITY,
          "the certificate is for %s, not for %s"
              .formatted(names(leaf), quoted(identity.subject())));
    }
    Optional<String> issuer = leaf.issuer().filter(identity.issuer()::holds);
    if (issuer.isEmpty()) {
      return Read.bad(
          Reason.WRONG_ISSUER,
          "%s was vouched for by %s, not by %s"
              .formatted(
                  Quote.of(subject.get()),
                  leaf.issuer().map(Quote::of).orElse("nobody"),
                  quoted(identity.issuer())));
    }
    return extensions(leaf, identity.extensions())
        .<Read<Identified>>map(Read.Bad::new)
        .orElseGet(() -> new Read.Good<>(new Identified(subject.get(), issuer.get())));
  }

  private static Optional<Rejected> extensions(LeafCertificate leaf, Map<String, TextRule> rules) {
    for (var rule : new TreeMap<>(rules).entrySet()) {
      Optional<String> is = leaf.extension(rule.getKey());
      if (!is.map(rule.getValue()::holds).orElse(false)) {
        return Optional.of(
            new Rejected(
                Reason.WRONG_EXTENSION,
                "the certificate's extension %s is %s, not %s"
                    .formatted(
                        rule.getKey(),
                        is.map(Quote::of).orElse("missing"),
                        quoted(rule.getValue()))));
      }
    }
    return Optional.empty();
  }

  private static String names(LeafCertificate leaf) {
    return leaf.names().isEmpty()
        ? "nobody"
        : Quote.of(String.join(", ", leaf.names().stream().limit(5).toList()));
  }

  private static String quoted(TextRule rule) {
    return Quote.of(rule.toString());
  }
}
