@NullMarked
package io.policyc.tests.falco;

import org.jspecify.annotations.NullMarked;
