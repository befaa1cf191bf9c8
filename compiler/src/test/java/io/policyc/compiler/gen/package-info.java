@NullMarked
package io.policyc.compiler.gen;

import org.jspecify.annotations.NullMarked;
