package io.policyc.compiler.falco.check;

import io.policyc.findings.Finding;
import java.util.Optional;

/// A finding, and what Falco calls it.
///
/// @param falco empty where Falco says nothing
public record FalcoFinding(Finding finding, Optional<FalcoCode> falco) {}
