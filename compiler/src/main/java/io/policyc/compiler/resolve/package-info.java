/// From sentences to what they mean: names looked up, defaults filled in, promises kept apart.
@NullMarked
package io.policyc.compiler.resolve;

import org.jspecify.annotations.NullMarked;
