/// What every part of the room speaks of: digests and JSON.
///
/// Pure: no I/O, no clock, no environment.
@NullMarked
package io.policyc.signatures;

import org.jspecify.annotations.NullMarked;
