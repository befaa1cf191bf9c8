@NullMarked
package io.policyc.compiler.falco.yaml;

import org.jspecify.annotations.NullMarked;
