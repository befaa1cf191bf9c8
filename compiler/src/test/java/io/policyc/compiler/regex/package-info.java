@NullMarked
package io.policyc.compiler.regex;

import org.jspecify.annotations.NullMarked;
