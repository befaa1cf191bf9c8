@NullMarked
package io.policyc.compiler.format;

import org.jspecify.annotations.NullMarked;
