/// Tests of the checks.
@NullMarked
package io.policyc.policies.admission;

import org.jspecify.annotations.NullMarked;
