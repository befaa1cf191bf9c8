/// `policyc check`.
@NullMarked
package io.policyc.cli.check;

import org.jspecify.annotations.NullMarked;
