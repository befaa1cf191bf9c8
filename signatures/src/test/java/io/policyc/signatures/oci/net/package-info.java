@NullMarked
package io.policyc.signatures.oci.net;

import org.jspecify.annotations.NullMarked;
