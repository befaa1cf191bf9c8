/// From the model to the documents of an engine, one package a target.
@NullMarked
package io.policyc.compiler.emit;

import org.jspecify.annotations.NullMarked;
