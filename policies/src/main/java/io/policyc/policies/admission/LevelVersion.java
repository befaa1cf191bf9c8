package io.policyc.policies.admission;

/// What a pod is held against: `restricted:latest`, `baseline:v1.29`.
public record LevelVersion(PodSecurityLevel level, PodSecurityVersion version) {
  /// What a cluster does with a namespace that says nothing, unless its administrator configured
  /// otherwise.
  public static final LevelVersion PRIVILEGED =
      new LevelVersion(PodSecurityLevel.PRIVILEGED, PodSecurityVersion.LATEST);

  @Override
  public String toString() {
    return level.word() + ":" + version;
  }
}
