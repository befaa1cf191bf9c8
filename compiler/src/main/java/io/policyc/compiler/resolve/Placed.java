package io.policyc.compiler.resolve;

import io.policyc.compiler.ast.Statement;

/// A sentence and where it stands.
record Placed<S extends Statement>(S sentence, Home home) {}
