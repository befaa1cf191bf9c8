/// CiliumNetworkPolicies as typed values: their one writer, their one reader, Cilium's own rules
/// about them, and what goes wrong when Cilium merges several of them.
///
/// Everything here is pure. `schema` is a package of its own because the validator behind it costs
/// more to load than a whole compile.
@NullMarked
package io.policyc.compiler.cilium;

import org.jspecify.annotations.NullMarked;
