@NullMarked
package io.policyc.compiler.falco.condition;

import org.jspecify.annotations.NullMarked;
