/// What a cluster refuses at admission: checks that turn facts about a pod into findings.
///
/// Pure: no I/O, no clock, no environment.
@NullMarked
package io.policyc.policies.admission;

import org.jspecify.annotations.NullMarked;
