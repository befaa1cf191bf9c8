package io.policyc.compiler;

import io.policyc.findings.Suggest;
import java.util.List;
import java.util.Map;

/// The ids of every admission check, as sentences and settings name them.
///
/// The checks themselves stand in a room that the compiler does not know; a test compares the two
/// lists.
public final class CheckIds {
  /// Sorted, whatever their case.
  public static final List<String> ALL =
      List.of(
          "allowPrivilegeEscalation",
          "appArmorProfile",
          "capabilities_baseline",
          "capabilities_restricted",
          "hostNamespaces",
          "hostPathVolumes",
          "hostPorts",
          "hostProbesAndHostLifecycle",
          "imageDigest",
          "imageReference",
          "imageSignature",
          "imageSource",
          "namespaceLabel",
          "podSecurityLabels",
          "privileged",
          "procMount",
          "procMount_restricted",
          "restrictedVolumes",
          "runAsNonRoot",
          "runAsUser",
          "runtimeClassExists",
          "seccompProfile_baseline",
          "seccompProfile_restricted",
          "seLinuxOptions",
          "serviceTargetPort",
          "spinExecutor",
          "sysctls",
          "undeclaredPod",
          "undeclaredPort",
          "unreachableRoute",
          "wasmRuntimeClass",
          "windowsHostProcess");

  /// What people call a check after the field that it looks at.
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("hostnetwork", "hostNamespaces"),
          Map.entry("hostpid", "hostNamespaces"),
          Map.entry("hostipc", "hostNamespaces"),
          Map.entry("hostpath", "hostPathVolumes"),
          Map.entry("volumes", "restrictedVolumes"),
          Map.entry("capabilities", "capabilities_restricted"),
          Map.entry("seccompprofile", "seccompProfile_restricted"),
          Map.entry("seccomp", "seccompProfile_restricted"),
          Map.entry("apparmor", "appArmorProfile"),
          Map.entry("selinux", "seLinuxOptions"),
          Map.entry("hostprocess", "windowsHostProcess"),
          Map.entry("runtimeclass", "wasmRuntimeClass"),
          Map.entry("runtimeclassname", "wasmRuntimeClass"));

  private CheckIds() {}

  /// Whether there is such a check.
  public static boolean isKnown(String id) {
    return ALL.contains(id);
  }

  /// What a finding about an unknown id advises.
  public static String help(String id) {
    String field = FIELDS.get(id.toLowerCase(java.util.Locale.ROOT));
    return (field == null ? Suggest.nearest(id, ALL) : java.util.Optional.of(field))
        .map(near -> "did you mean `" + near + "`?")
        .orElse("choose from `" + String.join("`, `", ALL) + "`");
  }
}
