package io.policyc.compiler.model;

import java.util.List;

/// Names that a sender may resolve beyond what its grants bring.
///
/// @param sender pods
/// @param names patterns in lower case; `**` alone is every name
public record Lookup(Peer.Pods sender, List<String> names, Origin origin) {
  public Lookup {
    names = names.stream().sorted().distinct().toList();
  }
}
