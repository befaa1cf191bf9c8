@NullMarked
package io.policyc.compiler.found;

import org.jspecify.annotations.NullMarked;
