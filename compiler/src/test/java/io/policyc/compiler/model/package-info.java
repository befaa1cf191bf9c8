@NullMarked
package io.policyc.compiler.model;

import org.jspecify.annotations.NullMarked;
