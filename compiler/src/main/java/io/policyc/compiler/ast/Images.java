package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;

/// `images ghcr.io/acme/** of web`
///
/// @param patterns which of the images; empty for all of them
/// @param of whose pods
public record Images(List<Word> patterns, List<Party> of, Span span) {
  public Images {
    patterns = List.copyOf(patterns);
    of = List.copyOf(of);
  }
}
