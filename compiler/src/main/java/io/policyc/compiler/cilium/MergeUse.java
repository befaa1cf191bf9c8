package io.policyc.compiler.cilium;

import java.util.List;

/// One entry, for one protocol and port, as something to be merged.
///
/// @param policy index of its policy
/// @param subject the pods that it is about
/// @param at its place in the policy
/// @param peers fields of peers
record MergeUse(
    int policy, EndpointSelector subject, At at, List<Peers> peers, MergeFeatures features) {}
