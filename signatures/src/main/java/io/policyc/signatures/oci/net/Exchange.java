package io.policyc.signatures.oci.net;

import io.policyc.signatures.oci.Deadline;

/// Makes one call as it is: without redirects, without trying again.
@FunctionalInterface
interface Exchange {
  Answer send(Request request, Deadline deadline);
}
