/// What artifacts are, and what modules import.
@NullMarked
package io.policyc.signatures.wasm;

import org.jspecify.annotations.NullMarked;
