@NullMarked
package io.policyc.signatures.oci.layout;

import org.jspecify.annotations.NullMarked;
