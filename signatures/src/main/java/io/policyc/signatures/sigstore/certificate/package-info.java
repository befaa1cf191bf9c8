/// Certificates of signers: what they say, who issued them, and which log promised to record them.
@NullMarked
package io.policyc.signatures.sigstore.certificate;

import org.jspecify.annotations.NullMarked;
