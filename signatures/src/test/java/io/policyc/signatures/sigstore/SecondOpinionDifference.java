package io.policyc.signatures.sigstore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where sigstore-java and policyc say different things, and of what. Each is explained in
/// `docs/decisions/0052-where-sigstore-java-and-policyc-differ.md`.
enum SecondOpinionDifference {
  SUBJECT_BY_SHA_512(
      Accepts.POLICYC,
      "real: npm-sigstore-5.0.0, public-good, verified",
      "real: npm-sigstore-2.0.0, public-good, verified"),
  PROMISE_ALONE(Accepts.POLICYC, "real: dsse-2022, public-good, verified"),
  REKOR_2_STATEMENT(
      Accepts.POLICYC,
      "real: conda-rekor2, root-staging-two-intermediates, verified",
      "real: staging-rekor2-dsse, root-staging-two-intermediates, verified",
      "minted: Rekor 2 statement"),
  IN_TOTO_ENTRY(Accepts.POLICYC, "minted: intoto 0.0.2"),
  OTHER_NAME(Accepts.POLICYC, "real: othername, root-scaffolding, verified"),
  NO_NAME_OR_PREDICATE(Accepts.POLICYC, "minted: cosign 3", "minted: no predicate"),
  BEYOND_ASCII(Accepts.POLICYC, "minted: beyond ASCII"),
  SHA_384(Accepts.POLICYC, "minted: P-384 statement"),
  STAMP_OF_OTHERS(Accepts.POLICYC, "message: a stamp by another authority, Rekor 1"),
  CERTIFICATE_IN_STAMP(
      Accepts.POLICYC,
      "message: a bit of the stamp's certificate, Rekor 1",
      "message: a bit of the stamp's certificate, Rekor 2"),
  TIME_OF_THE_LOG(
      Accepts.SIGSTORE_JAVA,
      "altered: logged after the certificate ended",
      "altered: logged before the certificate began",
      "altered: logged in the future"),
  LOG_RETIRED(Accepts.SIGSTORE_JAVA, "altered: a Rekor 1 that is retired"),
  PURPOSE(Accepts.SIGSTORE_JAVA, "altered: no purpose", "altered: a server's purpose"),
  ENTRY_CERTIFICATE(
      Accepts.SIGSTORE_JAVA,
      "altered: the body's certificate",
      "altered: the body's certificate as garbage",
      "altered: two certificates in the body"),
  ENTRY_TWICE(Accepts.SIGSTORE_JAVA, "altered: an entry twice"),
  INDEX_IN_REKOR_2(
      Accepts.SIGSTORE_JAVA,
      "message: another verificationMaterial.tlogEntries.0.logIndex, Rekor 2"),
  KIND_OF_ENTRY(
      Accepts.SIGSTORE_JAVA,
      "altered: without verificationMaterial.tlogEntries.0.kindVersion",
      "altered: null instead of verificationMaterial.tlogEntries.0.kindVersion",
      "altered: without verificationMaterial.tlogEntries.0.kindVersion.kind",
      "altered: null instead of verificationMaterial.tlogEntries.0.kindVersion.kind",
      "altered: without verificationMaterial.tlogEntries.0.kindVersion.version",
      "altered: null instead of verificationMaterial.tlogEntries.0.kindVersion.version",
      "altered: a body and its kind",
      "altered: a body and its version"),
  WEAK_KEY(Accepts.SIGSTORE_JAVA, "altered: a certificate of a weak key"),
  CHAIN_IN_0_3(Accepts.SIGSTORE_JAVA, "altered: a chain in 0.3"),
  BYTES_AFTER_CERTIFICATE(Accepts.SIGSTORE_JAVA, "altered: bytes after the certificate"),
  DIGEST_IN_CAPITALS(Accepts.SIGSTORE_JAVA, "altered: the digest in capitals"),
  STATEMENT_TYPE(Accepts.SIGSTORE_JAVA, "altered: a statement of version 2"),
  JSON(
      Accepts.SIGSTORE_JAVA,
      "altered: two documents",
      "altered: a name twice",
      "altered: a comment",
      "altered: a name twice in the statement"),
  BOUNDS(
      Accepts.SIGSTORE_JAVA, "altered: too large", "altered: 33 entries", "altered: 33 timestamps");

  /// Who accepts what the other refuses.
  enum Accepts {
    POLICYC,
    SIGSTORE_JAVA
  }

  private final Accepts who;

  // List.of is immutable
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> names;

  SecondOpinionDifference(Accepts who, String... names) {
    this.who = who;
    this.names = List.of(names);
  }

  Accepts who() {
    return who;
  }

  /// The cases in which it shows, by name.
  List<String> names() {
    return names;
  }

  static Optional<SecondOpinionDifference> of(String name) {
    return Arrays.stream(values()).filter(one -> one.names.contains(name)).findFirst();
  }
}
