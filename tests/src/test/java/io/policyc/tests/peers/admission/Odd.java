package io.policyc.tests.peers.admission;

import java.util.ArrayList;
import java.util.List;

/// A document that is still to be written: what stands in it, but not how.
sealed interface Odd {
  /// A scalar, an alias or whatever else stands in one line, as it is written.
  record Word(String text) implements Odd {}

  /// A list.
  record Items(List<Odd> items) implements Odd {
    Items() {
      this(new ArrayList<>());
    }

    Items add(Odd item) {
      items.add(item);
      return this;
    }
  }

  /// An object: its names may stand twice, and it may have an anchor.
  final class Fields implements Odd {
    private final List<Field> fields = new ArrayList<>();
    private String anchor = "";

    Fields put(String name, Odd value) {
      fields.add(new Field(name, value));
      return this;
    }

    Fields put(String name, String word) {
      return put(name, new Word(word));
    }

    /// Puts a field before those that are there.
    Fields first(String name, Odd value) {
      fields.addFirst(new Field(name, value));
      return this;
    }

    /// The object of a name, made if there is none.
    Fields in(String name) {
      for (Field field : fields) {
        if (field.name().equals(name) && field.value() instanceof Fields found) {
          return found;
        }
      }
      Fields made = new Fields();
      put(name, made);
      return made;
    }

    /// The list of a name, made if there is none.
    Items list(String name) {
      for (Field field : fields) {
        if (field.name().equals(name) && field.value() instanceof Items found) {
          return found;
        }
      }
      Items made = new Items();
      put(name, made);
      return made;
    }

    Fields remove(String name) {
      fields.removeIf(field -> field.name().equals(name));
      return this;
    }

    Fields anchor(String name) {
      anchor = name;
      return this;
    }

    String anchor() {
      return anchor;
    }

    List<Field> fields() {
      return fields;
    }
  }

  /// A name and its value.
  record Field(String name, Odd value) {}
}
