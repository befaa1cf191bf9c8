/// The checks at admission, compared with Kubernetes' own code.
@NullMarked
package io.policyc.tests.peers.admission;

import org.jspecify.annotations.NullMarked;
