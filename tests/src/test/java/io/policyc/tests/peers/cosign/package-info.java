/// What cosign 2 and 3 say of signatures in real registries, beside what policyc says.
@NullMarked
package io.policyc.tests.peers.cosign;

import org.jspecify.annotations.NullMarked;
