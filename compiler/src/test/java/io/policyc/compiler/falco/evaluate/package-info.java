@NullMarked
package io.policyc.compiler.falco.evaluate;

import org.jspecify.annotations.NullMarked;
