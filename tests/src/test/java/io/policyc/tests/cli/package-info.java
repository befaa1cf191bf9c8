@NullMarked
package io.policyc.tests.cli;

import org.jspecify.annotations.NullMarked;
