/// DSSE envelopes and the in-toto statements within.
@NullMarked
package io.policyc.signatures.sigstore.envelope;

import org.jspecify.annotations.NullMarked;
