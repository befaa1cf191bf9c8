@NullMarked
package io.policyc.cli.input;

import org.jspecify.annotations.NullMarked;
