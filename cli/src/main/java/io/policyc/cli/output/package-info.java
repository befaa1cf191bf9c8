/// Writes documents into a folder so that no interruption leaves half of them, and touches nothing
/// that it did not write.
@NullMarked
package io.policyc.cli.output;

import org.jspecify.annotations.NullMarked;
