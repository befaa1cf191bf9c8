@NullMarked
package io.policyc.compiler.parse;

import org.jspecify.annotations.NullMarked;
