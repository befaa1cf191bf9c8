/// Reads rules files as Falco 0.44.1 does and finds what it would refuse or warn of, all of it at
/// once.
@NullMarked
package io.policyc.compiler.falco.check;

import org.jspecify.annotations.NullMarked;
