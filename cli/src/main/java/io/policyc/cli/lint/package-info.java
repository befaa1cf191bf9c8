/// `policyc lint`.
@NullMarked
package io.policyc.cli.lint;

import org.jspecify.annotations.NullMarked;
