/// A bounded reader of TOML 1.0 that knows where every key and value stands.
@NullMarked
package io.policyc.compiler.project.toml;

import org.jspecify.annotations.NullMarked;
