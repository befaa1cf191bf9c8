@NullMarked
package io.policyc.findings.render;

import org.jspecify.annotations.NullMarked;
