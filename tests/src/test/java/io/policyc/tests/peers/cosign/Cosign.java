package io.policyc.tests.peers.cosign;

import java.util.ArrayList;
import java.util.List;

/// cosign 2 or 3.
///
/// @param version 2 or 3
/// @param tool the program
record Cosign(int version, Tool tool) {
  /// A predicate type that cosign knows nothing of.
  static final String PREDICATE = "https://example.com/checked/v1";

  Tool.Ran sign(Party party, Layout layout, Shelf shelf) {
    return run("sign", party.signing(version, layout), "--yes", shelf.reference());
  }

  Tool.Ran attest(Party party, Layout layout, Shelf shelf) {
    return run(
        "attest",
        party.signing(version, layout),
        "--yes",
        "--type=" + PREDICATE,
        "--predicate=predicate.json",
        shelf.reference());
  }

  Tool.Ran verify(Party party, Layout layout, Shelf shelf) {
    return run("verify", party.verifying(version, layout), shelf.reference());
  }

  Tool.Ran verifyAttestation(Party party, Layout layout, String type, Shelf shelf) {
    return run(
        "verify-attestation",
        party.verifying(version, layout),
        "--type=" + type,
        shelf.reference());
  }

  Tool.Ran run(String command, List<String> options, String... more) {
    List<String> all = new ArrayList<>();
    all.add(command);
    all.addAll(options);
    all.addAll(List.of(more));
    return tool.run(all);
  }
}
