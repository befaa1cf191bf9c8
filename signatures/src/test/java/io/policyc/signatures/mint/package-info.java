/// Mints what the real world has: authorities and their certificates, logs and their promises,
/// timestamps, trust roots. For tests only, of other rooms, too.
@NullMarked
package io.policyc.signatures.mint;

import org.jspecify.annotations.NullMarked;
