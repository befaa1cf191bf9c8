/// The `policyc` command: what it is asked, where it reads and writes, how it ends.
@NullMarked
package io.policyc.cli;

import org.jspecify.annotations.NullMarked;
