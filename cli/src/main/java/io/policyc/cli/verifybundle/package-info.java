/// `policyc verify-bundle`: whether a file is signed by whom it should be.
@NullMarked
package io.policyc.cli.verifybundle;

import org.jspecify.annotations.NullMarked;
