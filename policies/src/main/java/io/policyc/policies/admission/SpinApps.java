package io.policyc.policies.admission;

import io.policyc.compiler.Protocol;
import io.policyc.compiler.model.PortRange;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// The pods that the Spin operator makes for a SpinApp.
///
/// Source: spinkube/spin-operator, internal/controller/spinapp_controller.go constructDeployment:
/// one container on port 80, the app's pod labels and two of the operator's own, and since 0.6 the
/// app's service account.
final class SpinApps {
  private static final String PREFIX = SpinExecutors.GROUP + "/";

  private SpinApps() {}

  /// Whether an object is a SpinApp.
  static boolean is(Manifest object) {
    return object.kind().equals("SpinApp") && object.group().equals(SpinExecutors.GROUP);
  }

  /// The pods of an app.
  static Pods pods(Manifest app, String namespace, SpinExecutors executors) {
    Place spec = app.root().field("spec");
    String name = app.name().orElse("");
    SortedMap<String, String> labels = Pods.labels(spec.field("podLabels"));
    labels.put(PREFIX + "app-name", name);
    labels.put(PREFIX + "app." + name + ".status", "ready");
    String account = Fields.text(spec.field("serviceAccountName"));
    PortRange http = new PortRange(Protocol.TCP, 80, 80);
    return new Pods(
        app,
        namespace,
        labels,
        account.isEmpty() ? "default" : account,
        executors.className(app, namespace),
        images(app, namespace, executors),
        List.of(new OpenPort("the app", "http-app", http, app.root().at("metadata", "name"))),
        Optional.empty());
  }

  /// The app itself, and the container that runs it where its executor has one.
  private static List<Image> images(Manifest app, String namespace, SpinExecutors executors) {
    List<Image> images = new ArrayList<>();
    images.add(Image.of("the app", app.root().at("spec", "image")));
    executors
        .of(app, namespace)
        .map(one -> Fields.text(one.root().at("spec", "deploymentConfig", "spinImage")))
        .filter(text -> !text.isEmpty())
        .map(text -> Image.of("its executor", app.root().at("spec", "executor"), text))
        .ifPresent(images::add);
    return images;
  }
}
