/// Kubernetes objects as an API server takes them: values with their spans, and where pods lie in
/// each kind.
@NullMarked
package io.policyc.manifests;

import org.jspecify.annotations.NullMarked;
