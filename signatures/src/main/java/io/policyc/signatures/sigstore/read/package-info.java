/// What every reader of strangers' JSON here needs: fields taken one by one, the first trouble
/// kept.
@NullMarked
package io.policyc.signatures.sigstore.read;

import org.jspecify.annotations.NullMarked;
