package io.policyc.manifests;

import java.util.ArrayList;
import java.util.List;

/// Where the pod templates of a kind lie, such as `spec.template` of an Argo Rollout.
///
/// @param group the API group, empty for the core group
/// @param kind the kind, as manifests spell it
/// @param path names with dots between them; `[]` behind a name is each item of its list, and `*`
///   each field of an object
public record TemplatePath(String group, String kind, String path) {
  /// Every place that the path names in an object, with or without a value.
  List<Place> in(Place root) {
    List<Place> places = List.of(root);
    for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("\\.", -1))) {
      places = step(places, step);
    }
    return places;
  }

  private static List<Place> step(List<Place> places, String step) {
    List<Place> next = new ArrayList<>();
    for (Place place : places) {
      if (step.equals("*")) {
        place.fields().forEach(field -> next.add(place.field(field.name())));
      } else if (step.endsWith("[]")) {
        next.addAll(place.field(step.substring(0, step.length() - 2)).items());
      } else {
        next.add(place.field(step));
      }
    }
    return next;
  }
}
