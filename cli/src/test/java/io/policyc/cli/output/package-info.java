@NullMarked
package io.policyc.cli.output;

import org.jspecify.annotations.NullMarked;
