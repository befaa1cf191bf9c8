@NullMarked
package io.policyc.signatures.tuf;

import org.jspecify.annotations.NullMarked;
