/// Seeded generators of policies, clusters and conversations.
///
/// The same seed gives the same case, on every machine. `-Dseed=random` explores, `-Dseed=N`
/// repeats what a run printed.
@NullMarked
package io.policyc.tests.gen;

import org.jspecify.annotations.NullMarked;
