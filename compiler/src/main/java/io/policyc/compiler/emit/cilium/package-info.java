/// From the model to CiliumNetworkPolicies.
///
/// A plan comes first: for each set of pods and each direction the entries that sentences ask for
/// ([io.policyc.compiler.emit.cilium.Planner]). Then the plan is laid out in objects. The meaning
/// that the objects must have is written down in `docs/meaning.md`, the layout in
/// `docs/targets/cilium.md`.
@NullMarked
package io.policyc.compiler.emit.cilium;

import org.jspecify.annotations.NullMarked;
