package io.policyc.policies.admission;

import io.policyc.compiler.model.Origin;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Span;
import io.policyc.manifests.Place;

/// Findings about a field of an object, as checks beyond Pod Security make them.
final class Found {
  private Found() {}

  /// Something that a cluster refuses, or that breaks a sentence.
  static Finding error(Check check, Place place, String message, String help) {
    return at(check, Level.ERROR, place, message).withHelp(help);
  }

  /// Something that a cluster accepts and that does not do what it seems to.
  static Finding warning(Check check, Place place, String message, String help) {
    return at(check, Level.WARNING, place, message).withHelp(help);
  }

  /// Something that was not looked at.
  static Finding note(Check check, Place place, String message) {
    return at(check, Level.NOTE, place, message);
  }

  private static Finding at(Check check, Level level, Place place, String message) {
    Span at = place.span();
    return Finding.at(check.id(), level, at, message).withPath(place.path());
  }

  /// The same finding with the sentence that asks for it.
  static Finding because(Finding finding, Origin origin) {
    return finding.withRelated(origin.sentence(), "this sentence asks for it");
  }
}
