/// What an input means: names looked up, defaults filled in, every part with its sentence.
@NullMarked
package io.policyc.compiler.model;

import org.jspecify.annotations.NullMarked;
