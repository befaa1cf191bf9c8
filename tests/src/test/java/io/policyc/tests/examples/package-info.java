/// What users copy: the examples, and the sentences in the documentation.
@NullMarked
package io.policyc.tests.examples;

import org.jspecify.annotations.NullMarked;
