@NullMarked
package io.policyc.cli;

import org.jspecify.annotations.NullMarked;
