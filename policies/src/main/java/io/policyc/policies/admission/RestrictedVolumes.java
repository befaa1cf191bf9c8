package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/// Denies volumes that reach storage other than through the cluster's own objects.
///
/// Source: Kubernetes Pod Security Standards, Restricted, Volume Types. Fields: `spec.volumes[*]`.
/// Allowed: one of the sources in the first list below is set. A volume without any source is
/// refused here; an API server has made it an `emptyDir` before it asks.
record RestrictedVolumes() implements PodSecurityCheck {
  private static final List<String> ALLOWED =
      List.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "image",
          "persistentVolumeClaim",
          "projected",
          "secret");

  /// In the order in which Kubernetes looks for them: the first that is set names the volume.
  private static final List<String> REFUSED =
      List.of(
          "hostPath",
          "gcePersistentDisk",
          "awsElasticBlockStore",
          "gitRepo",
          "nfs",
          "iscsi",
          "glusterfs",
          "rbd",
          "flexVolume",
          "cinder",
          "cephfs",
          "flocker",
          "fc",
          "azureFile",
          "vsphereVolume",
          "quobyte",
          "azureDisk",
          "photonPersistentDisk",
          "portworxVolume",
          "scaleIO",
          "storageos");

  @Override
  public String id() {
    return "restrictedVolumes";
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.RESTRICTED;
  }

  @Override
  public List<String> overrides() {
    return List.of(HostPathVolumes.ID);
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(id());
    List<String> names = new ArrayList<>();
    SortedSet<String> types = GoText.sortedSet();
    for (Place volume : pod.spec().field("volumes").items()) {
      if (ALLOWED.stream().noneMatch(source -> volume.field(source).isSet())) {
        Optional<String> type = REFUSED.stream().filter(s -> volume.field(s).isSet()).findFirst();
        add(volume, type, denial);
        names.add(Fields.text(volume.field("name")));
        types.add(type.orElse("unknown"));
      }
    }
    return denial.as("restricted volume types", () -> detail(names, types));
  }

  private static void add(Place volume, Optional<String> type, Denial denial) {
    String name = Fields.text(volume.field("name"));
    denial.add(
        type.map(volume::field).orElse(volume),
        "volume `" + name + "` is of the type `" + type.orElse("unknown") + "`",
        "use a `persistentVolumeClaim`, or one of " + String.join(", ", ALLOWED));
  }

  private static String detail(List<String> names, SortedSet<String> types) {
    return GoText.counted("volume", names)
        + (names.size() == 1 ? " uses " : " use ")
        + GoText.counted("restricted volume type", types);
  }
}
