/// How findings are printed: one renderer a format, all on the same findings.
@NullMarked
package io.policyc.findings.render;

import org.jspecify.annotations.NullMarked;
