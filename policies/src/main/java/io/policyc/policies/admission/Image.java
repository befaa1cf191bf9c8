package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;

/// An image that pods use.
///
/// @param user what messages call the one that uses it: ``init container `setup` ``
/// @param place where it is named
/// @param text as it is written
/// @param read what the name means
public record Image(String user, Place place, String text, ImageReference.Read read) {
  /// An image in a field.
  static Image of(String user, Place place) {
    return of(user, place, Fields.text(place));
  }

  /// An image that a field leads to.
  static Image of(String user, Place place, String text) {
    return new Image(user, place, text, ImageReference.read(text));
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
}
