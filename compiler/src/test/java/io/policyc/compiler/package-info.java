@NullMarked
package io.policyc.compiler;

import org.jspecify.annotations.NullMarked;
