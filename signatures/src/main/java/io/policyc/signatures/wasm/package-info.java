/// What an artifact is, and what its modules import. Pure: bytes in, facts out.
@NullMarked
package io.policyc.signatures.wasm;

import org.jspecify.annotations.NullMarked;
