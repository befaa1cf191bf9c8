package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;

/// An image that pods use.
///
/// @param user what messages call the one that uses it: ``init container `setup` ``
/// @param place where it is named
/// @param read what the name means
record Image(String user, Place place, ImageReference.Read read) {
  /// An image in a field.
  static Image of(String user, Place place) {
    return new Image(user, place, ImageReference.read(Fields.text(place)));
  }

  /// The images of a pod: of containers of every kind, and of image volumes.
  static List<Image> of(Pod pod) {
    List<Image> images = new ArrayList<>();
    for (Scope container : pod.containers()) {
      images.add(of(container.described(), container.place().field("image")));
    }
    for (Place volume : pod.spec().field("volumes").items()) {
      if (volume.field("image").isSet()) {
        String user = "volume `" + Fields.text(volume.field("name")) + "`";
        images.add(of(user, volume.at("image", "reference")));
      }
    }
    return images;
  }

  /// As it is written.
  String text() {
    return Fields.text(place);
  }
}
