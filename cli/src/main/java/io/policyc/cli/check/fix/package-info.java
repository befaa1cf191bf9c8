/// Fields added to the text of a manifest, everything else left byte for byte.
@NullMarked
package io.policyc.cli.check.fix;

import org.jspecify.annotations.NullMarked;
