/// Falco rules: what is worth an alert when a pod does it, from the same sentences.
@NullMarked
package io.policyc.compiler.emit.falco;

import org.jspecify.annotations.NullMarked;
