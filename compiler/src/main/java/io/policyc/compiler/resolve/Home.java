package io.policyc.compiler.resolve;

import java.util.Optional;

/// Where a sentence stands.
///
/// @param namespace the namespace of the header above it; empty above the first header
/// @param foreign whether a header or an import makes what is declared there somebody else's
/// @param damaged whether a sentence above was not understood, which may have been the header
record Home(Optional<String> namespace, boolean foreign, boolean damaged) {}
