package io.policyc.signatures.oci;

import io.policyc.signatures.sigstore.Material;
import java.util.List;

/// The signatures of an image, from every place where they may lie.
///
/// A signature that verifies counts, whatever else could not be read. When none does, the two
/// answers differ: after [All] the image has no good signature, after [Partly] nobody can say.
public sealed interface Found {
  /// What was found, in the order of the places; nothing is read but the layout around it.
  List<Material> materials();

  /// What could not be told.
  List<Trouble> troubles();

  /// Every place has answered.
  record All(List<Material> materials) implements Found {
    public All {
      materials = List.copyOf(materials);
    }

    @Override
    public List<Trouble> troubles() {
      return List.of();
    }
  }

  /// Some place has not, or not in a way that can be relied upon.
  record Partly(List<Material> materials, List<Trouble> troubles) implements Found {
    /// @throws IllegalArgumentException when there is no trouble
    public Partly {
      materials = List.copyOf(materials);
      troubles = List.copyOf(troubles);
      if (troubles.isEmpty()) {
        throw new IllegalArgumentException("without trouble it is all");
      }
    }
  }
}
