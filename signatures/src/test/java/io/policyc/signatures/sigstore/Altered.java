package io.policyc.signatures.sigstore;

import java.util.function.Supplier;

/// A good signature that was altered in one place, and the reason for which it must be refused.
///
/// @param name what was altered
/// @param material made only when it is asked for
record Altered(
    String name, Supplier<Material> material, Demand demand, TrustRoot root, Reason reason) {
  @Override
  public String toString() {
    return name + " → " + reason.id();
  }
}
