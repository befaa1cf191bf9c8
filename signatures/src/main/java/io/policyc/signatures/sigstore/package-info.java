/// Who signed: bytes, demands, a trust root and the time in, a verdict out. Pure: no I/O, no clock.
@NullMarked
package io.policyc.signatures.sigstore;

import org.jspecify.annotations.NullMarked;
