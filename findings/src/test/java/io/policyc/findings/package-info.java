@NullMarked
package io.policyc.findings;

import org.jspecify.annotations.NullMarked;
