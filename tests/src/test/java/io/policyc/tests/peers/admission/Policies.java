package io.policyc.tests.peers.admission;

import io.policyc.policies.admission.LevelVersion;
import io.policyc.policies.admission.PodSecurity;
import io.policyc.policies.admission.PodSecurityLevel;
import io.policyc.policies.admission.PodSecurityVersion;
import io.policyc.tests.gen.Dice;
import io.policyc.tests.peers.PodSecurityOracle.Held;
import java.util.ArrayList;
import java.util.List;

/// Levels and versions to hold pods against.
final class Policies {
  /// Past the newest version that changes anything.
  private static final int NEWEST = 40;

  private Policies() {}

  /// A few policies, made by chance.
  static List<Held> some(Dice dice) {
    List<Held> some = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      String level = dice.chance(4) ? "privileged" : dice.one("baseline", "restricted");
      some.add(new Held(level, version(dice), dice.chance(25) ? version(dice) : ""));
    }
    return some;
  }

  /// Every level at every version, and `latest`.
  static List<Held> all() {
    List<Held> all = new ArrayList<>();
    for (String level : List.of("privileged", "baseline", "restricted")) {
      for (int minor = 0; minor <= NEWEST; minor++) {
        all.add(new Held(level, "v1." + minor, ""));
      }
      all.add(new Held(level, "latest", ""));
    }
    return all;
  }

  private static String version(Dice dice) {
    return dice.chance(10) ? "latest" : "v1." + dice.between(0, NEWEST);
  }

  /// A level as somebody might write it.
  static String level(Dice dice) {
    return dice.chance(70)
        ? dice.one("privileged", "baseline", "restricted")
        : dice.one("", "Restricted", "true", "restricted ", "strict");
  }

  /// A version as somebody might write it.
  static String text(Dice dice) {
    return dice.chance(70)
        ? version(dice)
        : dice.one(
            "",
            "1.29",
            "v1.29.3",
            "V1.29",
            "v2.0",
            "v1.029",
            "v1.",
            "v1.-1",
            "v1.+1",
            "v1.٣",
            "v1.9223372036854775807",
            "v1.9223372036854775808",
            "v1.99999999999999999999",
            "Latest",
            "v1.29\n");
  }

  /// What it is for us.
  static LevelVersion policy(Held held) {
    return new LevelVersion(
        PodSecurityLevel.parse(held.level()).orElseThrow(),
        PodSecurityVersion.parse(held.version()).orElseThrow());
  }

  /// Whose `latest` counts.
  static PodSecurity cluster(Held held) {
    return held.emulate().isEmpty()
        ? PodSecurity.NEWEST
        : new PodSecurity(PodSecurityVersion.parse(held.emulate()).orElseThrow());
  }
}
