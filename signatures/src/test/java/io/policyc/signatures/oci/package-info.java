@NullMarked
package io.policyc.signatures.oci;

import org.jspecify.annotations.NullMarked;
