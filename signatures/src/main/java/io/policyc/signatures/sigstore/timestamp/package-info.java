/// What timestamp authorities say about when something existed (RFC 3161).
@NullMarked
package io.policyc.signatures.sigstore.timestamp;

import org.jspecify.annotations.NullMarked;
