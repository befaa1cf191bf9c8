/// Tests of what sentences mean.
@NullMarked
package io.policyc.compiler.resolve;

import org.jspecify.annotations.NullMarked;
