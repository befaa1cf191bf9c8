@NullMarked
package io.policyc.compiler.project.toml;

import org.jspecify.annotations.NullMarked;
