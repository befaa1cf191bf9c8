/// `check --fix` against generated manifests.
@NullMarked
package io.policyc.tests.fix;

import org.jspecify.annotations.NullMarked;
