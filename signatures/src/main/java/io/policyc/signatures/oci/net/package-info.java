/// How registries are reached: which hosts and addresses, how long, how often and how much.
@NullMarked
package io.policyc.signatures.oci.net;

import org.jspecify.annotations.NullMarked;
