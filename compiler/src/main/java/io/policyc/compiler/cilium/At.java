package io.policyc.compiler.cilium;

import io.policyc.findings.ObjectPath;
import org.jspecify.annotations.Nullable;

/// A place in an object, written out only when something is wrong there.
///
/// @param field a field's name, empty for an item of a list
/// @param index an item's index, counted from 0
record At(@Nullable At parent, String field, int index) {
  /// The object itself.
  static final At ROOT = new At(null, "", -1);

  /// A field.
  At child(String name) {
    return new At(this, name, -1);
  }

  /// An item.
  At item(int at) {
    return new At(this, "", at);
  }

  /// The place in words.
  ObjectPath path() {
    if (parent == null) {
      return ObjectPath.ROOT;
    }
    return index < 0 ? parent.path().child(field) : parent.path().item(index);
  }
}
