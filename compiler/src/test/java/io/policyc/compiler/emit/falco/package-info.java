@NullMarked
package io.policyc.compiler.emit.falco;

import org.jspecify.annotations.NullMarked;
