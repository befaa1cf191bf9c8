/// `policyc compile`.
@NullMarked
package io.policyc.cli.compile;

import org.jspecify.annotations.NullMarked;
