package io.policyc.policies.admission;

import io.policyc.manifests.Place;

/// Fields as Go's decoder leaves them in a struct: what is unset is zero.
final class Fields {
  private Fields() {}

  static String text(Place place) {
    return place.text().value().orElse("");
  }

  static boolean isTrue(Place place) {
    return place.bool().value().orElse(false);
  }

  static boolean isFalse(Place place) {
    return !place.bool().value().orElse(true);
  }
}
