package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.FalcoRules.FalcoException;
import io.policyc.compiler.falco.condition.Condition;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a behaviour looks like to Falco.
///
/// @param event which events come into question; stands before the pods, since Falco sorts rules by
///   it
/// @param detail what else must hold of the event
/// @param blind what Falco cannot see of it
/// @param unseen more that it cannot see, as sentences
/// @param output fields for whoever answers the alert
record Form(
    Optional<Condition> event,
    Optional<Condition> detail,
    Set<Blind> blind,
    List<String> unseen,
    List<String> tags,
    String output,
    List<FalcoException> exceptions) {
  Form {
    blind = blind.isEmpty() ? Set.of() : EnumSet.copyOf(blind);
    unseen = List.copyOf(unseen);
    tags = List.copyOf(tags);
    exceptions = List.copyOf(exceptions);
  }

  /// An exception that users fill: `name` and what it compares.
  static FalcoException exception(String name, List<String> fields, List<String> comps) {
    return new FalcoException(name, fields, comps);
  }
}
