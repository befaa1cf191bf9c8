package io.policyc.signatures.sigstore;

import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.VerificationOptions;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.fulcio.client.ImmutableFulcioCertificateMatcher;
import dev.sigstore.strings.RegexSyntaxException;
import dev.sigstore.strings.StringMatcher;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import io.policyc.signatures.Bytes;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What sigstore-java says of a bundle.
final class SecondOpinion {
  private final Map<Bytes, KeylessVerifier> verifiers = new HashMap<>();

  /// Why it refuses, or empty where it accepts.
  Optional<String> refusal(SecondOpinionCase one) {
    try {
      KeylessVerifier verifier = verifiers.computeIfAbsent(one.root(), SecondOpinion::verifier);
      Bundle bundle = Bundle.from(new StringReader(text(one.bundle())));
      verifier.verify(one.digest().bytes(), bundle, options(one.signers()));
      return Optional.empty();
    } catch (BundleParseException | KeylessVerificationException | RuntimeException e) {
      // it throws whatever comes up on bad input
      return Optional.of(e.toString());
    }
  }

  /// Whether it refuses any entry of such a kind, before it looks further.
  static boolean isUnread(String refusal) {
    return refusal.endsWith("Could not parse DSSE from log entry body");
  }

  private static KeylessVerifier verifier(Bytes root) {
    try {
      SigstoreTrustedRoot read = SigstoreTrustedRoot.from(new ByteArrayInputStream(root.toArray()));
      return KeylessVerifier.builder().trustedRootProvider(() -> read).build();
    } catch (GeneralSecurityException | SigstoreConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.UTF_8);
  }

  private static VerificationOptions options(Signers.Keyless signers) {
    return VerificationOptions.builder()
        .addAllCertificateMatchers(
            signers.identities().stream().map(SecondOpinion::certificate).toList())
        .build();
  }

  private static CertificateMatcher certificate(Identity identity) {
    ImmutableFulcioCertificateMatcher.Builder matcher =
        CertificateMatcher.fulcio()
            .issuer(text(identity.issuer()))
            .subjectAlternativeName(text(identity.subject()));
    identity.extensions().forEach((oid, rule) -> matcher.putOidDerAsn1Strings(oid, text(rule)));
    return matcher.build();
  }

  private static StringMatcher text(TextRule rule) {
    try {
      return switch (rule) {
        case TextRule.Exactly(String wanted) -> StringMatcher.string(wanted);
        case TextRule.Like(_, var pattern) -> StringMatcher.regex("(?s)" + pattern.pattern());
        case TextRule.Matching(_, var pattern) -> StringMatcher.regex(pattern.pattern());
      };
    } catch (RegexSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
