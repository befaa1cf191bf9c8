/// `policyc trust-root`.
@NullMarked
package io.policyc.cli.trustroot;

import org.jspecify.annotations.NullMarked;
