@NullMarked
package io.policyc.signatures.sigstore.timestamp;

import org.jspecify.annotations.NullMarked;
