package io.policyc.compiler.model;

import java.util.List;
import java.util.Optional;

/// What admission asks of what is created.
public sealed interface Requirement {
  /// The sentence.
  Origin origin();

  /// `web runs wasm on wasmtime-wasi`
  record Wasm(Peer.Pods subject, List<String> runtimeClasses, Origin origin)
      implements Requirement {
    public Wasm {
      runtimeClasses = runtimeClasses.stream().sorted().distinct().toList();
    }
  }

  /// `namespace shop is restricted at v1.34`
  ///
  /// @param profile `restricted` or `baseline`
  /// @param version `v1.34`; empty for the latest
  record Profile(String namespace, String profile, Optional<String> version, Origin origin)
      implements Requirement {}

  /// `images of web are signed by key "keys/cosign.pub"`
  ///
  /// @param patterns which images; empty for all of them
  /// @param all whether each signer is asked for, or one of them
  record Signed(
      Peer.Pods subject, List<String> patterns, boolean all, List<Signer> signers, Origin origin)
      implements Requirement {
    public Signed {
      patterns = List.copyOf(patterns);
      signers = List.copyOf(signers);
    }
  }

  /// `images of web attest https://slsa.dev/provenance/v1 by "…"`
  record Attested(
      Peer.Pods subject,
      List<String> patterns,
      String predicate,
      List<Signer> signers,
      Origin origin)
      implements Requirement {
    public Attested {
      patterns = List.copyOf(patterns);
      signers = List.copyOf(signers);
    }
  }

  /// `images of every pod come from ghcr.io/acme/**`
  record ComeFrom(Peer.Pods subject, List<String> patterns, List<String> places, Origin origin)
      implements Requirement {
    public ComeFrom {
      patterns = List.copyOf(patterns);
      places = List.copyOf(places);
    }
  }

  /// `web may use wasi:keyvalue`
  record Capabilities(Peer.Pods subject, List<String> interfaces, Origin origin)
      implements Requirement {
    public Capabilities {
      interfaces = List.copyOf(interfaces);
    }
  }

  /// Who must have signed.
  sealed interface Signer {
    /// `key "keys/cosign.pub"`
    record Key(String path) implements Signer {}

    /// An identity in a certificate.
    ///
    /// @param matching whether `identity` is an RE2 expression, else a text with `*` and `**`
    record Identity(String identity, boolean matching, Optional<String> issuer) implements Signer {}
  }
}
