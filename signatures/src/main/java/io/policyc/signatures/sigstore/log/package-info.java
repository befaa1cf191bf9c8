/// Entries of Rekor: what they record, and the proofs that they stand in the log.
@NullMarked
package io.policyc.signatures.sigstore.log;

import org.jspecify.annotations.NullMarked;
