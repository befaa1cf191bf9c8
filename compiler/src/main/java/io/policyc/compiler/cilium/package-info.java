/// CiliumNetworkPolicies as typed objects: their writer, their reader and Cilium's own rules.
@NullMarked
package io.policyc.compiler.cilium;

import org.jspecify.annotations.NullMarked;
