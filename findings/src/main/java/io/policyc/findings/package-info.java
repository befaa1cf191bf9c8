/// What is found, where it stands, and how it is printed.
@NullMarked
package io.policyc.findings;

import org.jspecify.annotations.NullMarked;
