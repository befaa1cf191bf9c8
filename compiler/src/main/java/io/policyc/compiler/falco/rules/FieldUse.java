package io.policyc.compiler.falco.rules;

import io.policyc.compiler.falco.fields.FalcoField;
import io.policyc.compiler.falco.fields.FieldType;

/// A field as a condition uses it.
///
/// @param type of its value; that of `evt.rawarg.…` depends on the argument
record FieldUse(FalcoField field, FieldType type) {
  String name() {
    return field.name();
  }
}
