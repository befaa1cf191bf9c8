@NullMarked
package io.policyc.compiler.falco.check;

import org.jspecify.annotations.NullMarked;
