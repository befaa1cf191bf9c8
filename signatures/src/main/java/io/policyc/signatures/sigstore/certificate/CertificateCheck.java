package io.policyc.signatures.sigstore.certificate;

import io.policyc.signatures.Quote;
import io.policyc.signatures.sigstore.Reason;
import io.policyc.signatures.sigstore.TrustRoot;
import io.policyc.signatures.sigstore.keys.KeyStrength;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a signer's certificate is one of an authority that the trust root names, at the times
/// that are proven for the signature.
///
/// Source: Sigstore client specification, 4.2, "Certificate".
public final class CertificateCheck {
  private CertificateCheck() {}

  /// What came of it.
  public sealed interface Result {
    /// It is.
    ///
    /// @param issuer whose key signed it, which its certificate timestamps speak of
    record Trusted(X509Certificate issuer) implements Result {}

    /// It is not.
    record Untrusted(Reason reason, String detail) implements Result {}
  }

  /// Checks a certificate.
  ///
  /// @param intermediates sent along with it, in any order. They count only for an authority of
  ///   which the trust root names nothing but the anchor: where it names intermediates, it means
  ///   these and no others, as cosign and sigstore-go have it.
  /// @param times all of which the certificate, its whole chain, the anchor and the authority's own
  ///   period must cover; without any, nothing is trusted
  public static Result at(
      LeafCertificate leaf,
      List<X509Certificate> intermediates,
      TrustRoot root,
      List<Instant> times) {
    return at(leaf, intermediates, root, times, new Tries());
  }

  /// The same, as a part of a verification.
  ///
  /// @param tries shared by all its parts
  public static Result at(
      LeafCertificate leaf,
      List<X509Certificate> intermediates,
      TrustRoot root,
      List<Instant> times,
      Tries tries) {
    Optional<Result.Untrusted> unfit = unfit(leaf, times);
    return unfit.isPresent()
        ? unfit.get()
        : byAny(leaf, IssuerPath.quick(intermediates), root, times, tries);
  }

  private static Result byAny(
      LeafCertificate leaf,
      List<X509Certificate> intermediates,
      TrustRoot root,
      List<Instant> times,
      Tries tries) {
    List<Result.Untrusted> troubles = new ArrayList<>();
    for (TrustRoot.Authority authority : root.authorities()) {
      for (List<X509Certificate> path : paths(leaf, intermediates, authority, tries)) {
        Optional<Result.Untrusted> trouble = trouble(path, authority, times);
        if (trouble.isEmpty()) {
          return new Result.Trusted(path.get(1));
        }
        troubles.add(trouble.get());
      }
    }
    return troubles.isEmpty() ? unknown(leaf, intermediates, root) : troubles.getFirst();
  }

  private static List<List<X509Certificate>> paths(
      LeafCertificate leaf,
      List<X509Certificate> intermediates,
      TrustRoot.Authority authority,
      Tries tries) {
    if (authority.chain().isEmpty()) {
      return List.of();
    }
    List<X509Certificate> named = authority.chain().subList(0, authority.chain().size() - 1);
    return IssuerPath.all(
        leaf.certificate(),
        named.isEmpty() ? intermediates : named,
        authority.chain().getLast(),
        tries);
  }

  private static Result.Untrusted unknown(
      LeafCertificate leaf, List<X509Certificate> intermediates, TrustRoot root) {
    Optional<String> unsupported = unsupported(leaf, intermediates, root);
    if (unsupported.isPresent()) {
      return new Result.Untrusted(
          Reason.UNTRUSTED_CERTIFICATE,
          "the certificate or its issuer's is signed with "
              + Quote.of(unsupported.get())
              + ", which is not supported");
    }
    String issuer = leaf.certificate().getIssuerX500Principal().getName();
    return new Result.Untrusted(
        Reason.UNTRUSTED_CERTIFICATE,
        "the certificate was issued by "
            + Quote.of(issuer)
            + ", by no authority of the trust root");
  }

  /// Nobody looks at how an anchor is signed.
  private static Optional<String> unsupported(
      LeafCertificate leaf, List<X509Certificate> intermediates, TrustRoot root) {
    Stream<X509Certificate> named =
        root.authorities().stream()
            .flatMap(one -> one.chain().stream().limit(Math.max(0, one.chain().size() - 1)));
    Stream<X509Certificate> issuers =
        Stream.concat(named, intermediates.stream())
            .filter(
                one ->
                    one.getSubjectX500Principal()
                        .equals(leaf.certificate().getIssuerX500Principal()));
    return Stream.concat(Stream.of(leaf.certificate()), issuers)
        .flatMap(one -> IssuerPath.unsupported(one).stream())
        .findFirst();
  }

  /// What is wrong with the certificate itself, whoever issued it.
  private static Optional<Result.Untrusted> unfit(LeafCertificate leaf, List<Instant> times) {
    X509Certificate certificate = leaf.certificate();
    Optional<String> weak = KeyStrength.trouble(leaf.key());
    if (weak.isPresent()) {
      return refuse(Reason.UNSUPPORTED_KEY, "the certificate's key " + weak.get());
    }
    if (certificate.getBasicConstraints() >= 0) {
      return refuse(
          Reason.NOT_FOR_CODE_SIGNING, "the certificate is an authority's, not a signer's");
    }
    boolean[] usage = certificate.getKeyUsage();
    boolean signs = usage == null || usage[0];
    List<String> purposes = PathCheck.purposes(certificate).orElse(List.of());
    if (!signs || !purposes.contains(Oids.CODE_SIGNING)) {
      return refuse(
          Reason.NOT_FOR_CODE_SIGNING, "the certificate is for other purposes than signing code");
    }
    return times.isEmpty()
        ? refuse(Reason.NO_PROVEN_TIME, "no time is proven at which the certificate was valid")
        : Optional.empty();
  }

  private static Optional<Result.Untrusted> trouble(
      List<X509Certificate> path, TrustRoot.Authority authority, List<Instant> times) {
    if (!PathCheck.issuersAllow(path, Oids.CODE_SIGNING)) {
      return refuse(
          Reason.NOT_FOR_CODE_SIGNING,
          "an issuer of the certificate may not issue any for signing code");
    }
    for (Instant time : times) {
      Optional<Result.Untrusted> trouble = trouble(path, authority, time);
      if (trouble.isPresent()) {
        return trouble;
      }
    }
    return Optional.empty();
  }

  private static Optional<Result.Untrusted> trouble(
      List<X509Certificate> path, TrustRoot.Authority authority, Instant time) {
    X509Certificate leaf = path.getFirst();
    if (!PathCheck.covers(leaf, time)) {
      return refuse(
          Reason.CERTIFICATE_NOT_VALID,
          "the certificate is valid from "
              + leaf.getNotBefore().toInstant()
              + " to "
              + leaf.getNotAfter().toInstant()
              + ", the signature is of "
              + time);
    }
    if (!authority.period().contains(time)) {
      return refuse(
          Reason.CERTIFICATE_NOT_VALID,
          "the trust root does not trust the certificate's authority at " + time);
    }
    return PathCheck.trouble(path, time)
        .flatMap(
            why ->
                refuse(
                    pathCovers(path, time)
                        ? Reason.UNTRUSTED_CERTIFICATE
                        : Reason.CERTIFICATE_NOT_VALID,
                    why));
  }

  private static boolean pathCovers(List<X509Certificate> path, Instant time) {
    return path.stream().allMatch(certificate -> PathCheck.covers(certificate, time));
  }

  private static Optional<Result.Untrusted> refuse(Reason reason, String detail) {
    return Optional.of(new Result.Untrusted(reason, detail));
  }
}
