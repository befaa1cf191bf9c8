/// Cilium's own schema of CiliumNetworkPolicies, and whether a written text holds what was meant.
///
/// A package of its own because the validator and Jackson cost more to load than a whole compile:
/// only `--verify` and tests come here.
@NullMarked
package io.policyc.compiler.cilium.schema;

import org.jspecify.annotations.NullMarked;
