package io.policyc.policies.admission;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Every check there is.
public final class Checks {
  /// The Pod Security Standards, sorted by level, then id, then the version that a revision starts
  /// with: the order in which Kubernetes reports.
  public static final List<PodSecurityCheck> POD_SECURITY =
      List.of(
          new AppArmorProfile(),
          new CapabilitiesBaseline(),
          new HostNamespaces(),
          new HostPathVolumes(),
          new HostPorts(),
          new HostProbes(),
          new Privileged(),
          new ProcMount(0, false),
          new ProcMount(35, true),
          new SeLinuxOptions(0, SeLinuxOptions.V1_0),
          new SeLinuxOptions(31, SeLinuxOptions.V1_31),
          new SeccompAnnotations(),
          new SeccompBaseline(),
          new Sysctls(0, Sysctls.V1_0),
          new Sysctls(27, Sysctls.V1_27),
          new Sysctls(29, Sysctls.V1_29),
          new Sysctls(32, Sysctls.V1_32),
          new Sysctls(37, Sysctls.V1_37),
          new WindowsHostProcess(),
          new AllowPrivilegeEscalation(8, false),
          new AllowPrivilegeEscalation(25, true),
          new CapabilitiesRestricted(22, false),
          new CapabilitiesRestricted(25, true),
          new ProcMountRestricted(),
          new RestrictedVolumes(),
          new RunAsNonRoot(0, false),
          new RunAsNonRoot(35, true),
          new RunAsUser(23, false),
          new RunAsUser(35, true),
          new SeccompRestricted(19, false),
          new SeccompRestricted(25, true));

  /// What is asked beyond Pod Security, sorted by id.
  public static final List<Check> OURS =
      List.of(
          new ImageDigest(),
          new ImageReferences(),
          new ImageSignature(),
          new ImageSource(),
          new NamespaceLabel(),
          new PodSecurityLabels(),
          new RuntimeClassExists(),
          new ServiceTargetPort(),
          new SpinExecutor(),
          new UndeclaredPod(),
          new UndeclaredPort(),
          new UnreachableRoute(),
          new WasmRuntimeClass());

  /// All of them: those of Pod Security, then ours.
  public static final List<Check> ALL =
      Stream.<Check>concat(POD_SECURITY.stream(), OURS.stream()).toList();

  /// Rules of findings that no check makes, sorted.
  private static final List<String> NO_CHECKS = List.of(Exemptions.ID, PodSecurityExemption.ID);

  private Checks() {}

  /// The id of every check, and the rules of findings that no check makes: what has a page, sorted.
  public static SortedSet<String> ids() {
    SortedSet<String> ids = new TreeSet<>();
    ALL.forEach(check -> ids.add(check.id()));
    ids.addAll(NO_CHECKS);
    return Collections.unmodifiableSortedSet(ids);
  }
}
