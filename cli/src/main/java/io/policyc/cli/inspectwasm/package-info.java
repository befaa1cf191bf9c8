/// `policyc inspect-wasm`.
@NullMarked
package io.policyc.cli.inspectwasm;

import org.jspecify.annotations.NullMarked;
