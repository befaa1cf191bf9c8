@NullMarked
package io.policyc.manifests;

import org.jspecify.annotations.NullMarked;
