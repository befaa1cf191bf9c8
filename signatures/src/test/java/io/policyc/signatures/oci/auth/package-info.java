@NullMarked
package io.policyc.signatures.oci.auth;

import org.jspecify.annotations.NullMarked;
