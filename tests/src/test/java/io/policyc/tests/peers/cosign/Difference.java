package io.policyc.tests.peers.cosign;

import java.util.List;
import java.util.Optional;

/// Where cosign and policyc say different things on purpose. Each is explained in
/// `docs/decisions/0050-where-cosign-and-policyc-differ.md`, below its id.
enum Difference {
  /// cosign takes any attestation for a signature.
  ATTESTATION_AS_SIGNATURE("attestation-as-signature") {
    @Override
    boolean explains(Row row) {
      return row.layout() == Layout.BUNDLE
          && List.of("an attestation alone", "right attestation beside wrong signature")
              .contains(row.scenario())
          && row.says(true, true, false);
    }
  },
  /// cosign looks at no first layout where any bundle is.
  BUNDLE_HIDES_LEGACY("bundle-hides-legacy") {
    @Override
    boolean explains(Row row) {
      return row.layout() == Layout.LEGACY
          && row.scenario().contains("bundle beside right legacy")
          && row.says(false, false, true);
    }
  },
  /// cosign does not look at what kind of text is signed.
  OTHER_TYPE("other-type") {
    @Override
    boolean explains(Row row) {
      return row.scenario().equals("another type of text") && row.says(true, true, false);
    }
  },
  /// cosign takes the last of two members with one name.
  NAME_TWICE("name-twice") {
    @Override
    boolean explains(Row row) {
      return row.scenario().equals("a name twice")
          && row.layout() == Layout.LEGACY
          && row.says(true, true, false);
    }
  },
  /// cosign 2 takes digests in capitals.
  DIGEST_IN_CAPITALS("digest-in-capitals") {
    @Override
    boolean explains(Row row) {
      return row.scenario().equals("digest in capitals") && row.says(true, false, false);
    }
  },
  /// cosign cannot verify what it signs with a key on P-384.
  P384("p384") {
    @Override
    boolean explains(Row row) {
      return row.party().equals("P384") && row.says(false, false, true);
    }
  },
  /// A certificate without any purpose is for none.
  NO_PURPOSE("no-purpose") {
    @Override
    boolean explains(Row row) {
      return row.scenario().equals("for nothing in particular") && row.says(true, true, false);
    }
  },
  /// cosign 2 does not look at the digest that a bundle names.
  MESSAGE_DIGEST("message-digest") {
    @Override
    boolean explains(Row row) {
      return row.scenario().contains("messageSignature.messageDigest.")
          && row.says(true, false, false);
    }
  },
  /// The digest that a bundle names beside the signature may be missing.
  NO_MESSAGE_DIGEST("no-message-digest") {
    @Override
    boolean explains(Row row) {
      return row.scenario().equals("gone: messageSignature.messageDigest")
          && row.says(false, false, true);
    }
  },
  /// Members that nobody knows are not read.
  UNKNOWN_MEMBER("unknown-member") {
    @Override
    boolean explains(Row row) {
      return row.scenario().equals("unheardOf = x") && row.says(false, false, true);
    }
  },
  /// cosign does not compare what a bundle says of its entry's kind with the entry.
  KIND("kind-of-entry") {
    @Override
    boolean explains(Row row) {
      return row.scenario().contains("kindVersion.") && row.says(true, true, false);
    }
  },
  /// cosign takes the tree's size and root from the checkpoint alone where the log is a Rekor 2.
  PROOF_OF_LOG_2("proof-of-rekor-2") {
    @Override
    boolean explains(Row row) {
      return row.party().equals("LOG_2")
          && row.scenario().contains("inclusionProof.")
          && row.says(true, true, false);
    }
  };

  private final String id;

  Difference(String id) {
    this.id = id;
  }

  /// Its heading on the page.
  String id() {
    return id;
  }

  abstract boolean explains(Row row);

  /// What explains a row in which verdicts differ.
  static Optional<Difference> of(Row row) {
    return List.of(values()).stream().filter(one -> one.explains(row)).findFirst();
  }
}
