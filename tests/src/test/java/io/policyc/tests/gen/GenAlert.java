package io.policyc.tests.gen;

import java.util.ArrayList;
import java.util.List;

/// Makes up sentences about alerts.
public final class GenAlert {
  private static final List<String> PATHS =
      List.of(
          "/usr/bin/curl",
          "/bin/nc",
          "/app/server",
          "/etc",
          "/etc/shadow",
          "/home/*/.ssh",
          "/var/run/secrets",
          "/",
          "\"/opt/a b,c=(d)\"",
          "\"/opt/it's\"",
          "/opt/100%",
          "\"/opt/policyc_shell_names x\"");

  private static final List<String> PRIORITIES =
      List.of(
          "emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug");

  private final Dice dice;
  private final GenParty parties;
  private final Cast cast;

  private GenAlert(Dice dice, Cast cast) {
    this.dice = dice;
    this.cast = cast;
    this.parties = new GenParty(dice, cast);
  }

  /// The input with some sentences about alerts, and pods that run wasm.
  public static Generated in(Generated input) {
    GenAlert alerts = new GenAlert(new Dice(input.seed() * 31 + 7), input.cast());
    List<Line> lines = new ArrayList<>(input.lines());
    for (int i = alerts.dice.between(1, 7); i > 0; i--) {
      lines.add(new Line(alerts.header(), alerts.sentence(), false));
    }
    if (alerts.dice.chance(15)) {
      lines.add(new Line(alerts.header(), alerts.subject() + " runs wasm on wasmtime-wasi", false));
    }
    return input.with(lines);
  }

  private String header() {
    return "namespace " + dice.pick(cast.namespaces());
  }

  private String subject() {
    return dice.chance(65) ? parties.named(dice.pick(cast.workloads())) : parties.group();
  }

  private String sentence() {
    boolean no = dice.chance(25);
    return (no ? "no alert when " : "alert when ")
        + subject()
        + " "
        + behaviour()
        + (!no && dice.chance(40) ? " as " + dice.pick(PRIORITIES) : "");
  }

  private String behaviour() {
    return switch (dice.between(0, 9)) {
      case 0, 1 -> "spawns a shell";
      case 2 -> "runs " + paths();
      case 3 -> "runs anything but " + paths();
      case 4 -> "writes below " + paths();
      case 5 -> "reads " + paths();
      case 6, 7 -> "connects elsewhere";
      case 8 -> "listens elsewhere";
      default -> "escalates privileges";
    };
  }

  private String paths() {
    return String.join(", ", dice.some(PATHS, 3));
  }
}
