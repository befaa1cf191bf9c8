/// What makes the command start sooner; nothing here runs in a compile.
@NullMarked
package io.policyc.cli.startup;

import org.jspecify.annotations.NullMarked;
