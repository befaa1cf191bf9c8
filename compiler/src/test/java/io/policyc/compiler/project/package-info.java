@NullMarked
package io.policyc.compiler.project;

import org.jspecify.annotations.NullMarked;
