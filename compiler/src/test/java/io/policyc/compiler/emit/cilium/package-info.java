@NullMarked
package io.policyc.compiler.emit.cilium;

import org.jspecify.annotations.NullMarked;
