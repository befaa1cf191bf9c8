/// YAML as we write it ourselves: scalars that no reader takes for anything else, and block style.
@NullMarked
package io.policyc.compiler.yaml;

import org.jspecify.annotations.NullMarked;
