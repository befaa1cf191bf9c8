package io.policyc.policies.admission;

import io.policyc.manifests.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Denies volumes that are a part of the node's file system.
///
/// Source: Kubernetes Pod Security Standards, Baseline, HostPath Volumes. Fields:
/// `spec.volumes[*].hostPath`. Allowed: unset, `null`.
record HostPathVolumes() implements PodSecurityCheck {
  static final String ID = "hostPathVolumes";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public int from() {
    return 0;
  }

  @Override
  public PodSecurityLevel level() {
    return PodSecurityLevel.BASELINE;
  }

  @Override
  public Optional<Violation> judge(Pod pod) {
    Denial denial = new Denial(ID);
    List<String> volumes = new ArrayList<>();
    for (Place volume : pod.spec().field("volumes").items()) {
      Place hostPath = volume.field("hostPath");
      if (hostPath.isSet()) {
        String name = Fields.text(volume.field("name"));
        denial.add(
            hostPath,
            "volume `" + name + "` is a folder or file of the node",
            "use an `emptyDir`, or a `persistentVolumeClaim` for what must last");
        volumes.add(name);
      }
    }
    return denial.as("hostPath volumes", () -> GoText.counted("volume", volumes));
  }
}
