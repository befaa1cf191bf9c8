/// Who asks: credentials from Docker's files and Secrets, challenges, tokens.
@NullMarked
package io.policyc.signatures.oci.auth;

import org.jspecify.annotations.NullMarked;
