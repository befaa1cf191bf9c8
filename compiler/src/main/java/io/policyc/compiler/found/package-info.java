/// What manifests say about pods, their ports and the Services in front of them: names of workloads
/// that a text may use, and what its declarations are held against.
@NullMarked
package io.policyc.compiler.found;

import org.jspecify.annotations.NullMarked;
