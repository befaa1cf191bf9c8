package io.policyc.policies.admission;

import io.policyc.compiler.Settings;

/// What a pod is held against: `restricted:latest`, `baseline:v1.29`.
public record LevelVersion(PodSecurityLevel level, PodSecurityVersion version) {
  /// What a cluster does with a namespace that says nothing, unless its administrator configured
  /// otherwise.
  public static final LevelVersion PRIVILEGED =
      new LevelVersion(PodSecurityLevel.PRIVILEGED, PodSecurityVersion.LATEST);

  /// What a setting asks for; what cannot be read is the strictest.
  static LevelVersion of(Settings.PodSecurity setting) {
    return new LevelVersion(
        PodSecurityLevel.parse(setting.level()).orElse(PodSecurityLevel.RESTRICTED),
        PodSecurityVersion.parse(setting.version()).orElse(PodSecurityVersion.LATEST));
  }

  @Override
  public String toString() {
    return level.word() + ":" + version;
  }
}
