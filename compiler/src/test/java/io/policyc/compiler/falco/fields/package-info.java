@NullMarked
package io.policyc.compiler.falco.fields;

import org.jspecify.annotations.NullMarked;
