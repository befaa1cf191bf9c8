/// Images on disk, in OCI's layout.
@NullMarked
package io.policyc.signatures.oci.layout;

import org.jspecify.annotations.NullMarked;
