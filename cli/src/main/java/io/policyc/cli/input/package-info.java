/// Reads what arguments name: files, folders, standard input.
@NullMarked
package io.policyc.cli.input;

import org.jspecify.annotations.NullMarked;
