@NullMarked
package io.policyc.cli.startup;

import org.jspecify.annotations.NullMarked;
