package io.policyc.compiler.emit.falco;

import io.policyc.compiler.falco.Priority;
import io.policyc.compiler.model.Watch.Behaviour;
import io.policyc.compiler.model.Watch.Behaviour.ConnectsElsewhere;
import io.policyc.compiler.model.Watch.Behaviour.EscalatesPrivileges;
import io.policyc.compiler.model.Watch.Behaviour.ListensElsewhere;
import io.policyc.compiler.model.Watch.Behaviour.Reads;
import io.policyc.compiler.model.Watch.Behaviour.Runs;
import io.policyc.compiler.model.Watch.Behaviour.RunsAnythingBut;
import io.policyc.compiler.model.Watch.Behaviour.SpawnsShell;
import io.policyc.compiler.model.Watch.Behaviour.WritesBelow;
import java.util.List;

/// What is known of behaviours without any input.
final class Behaviours {
  /// Kinds, whatever the paths.
  enum Kind {
    SHELL,
    RUNS,
    ANYTHING_BUT,
    WRITES,
    READS,
    CONNECTS,
    LISTENS,
    ESCALATES
  }

  private Behaviours() {}

  static Kind kind(Behaviour behaviour) {
    return switch (behaviour) {
      case SpawnsShell _ -> Kind.SHELL;
      case Runs _ -> Kind.RUNS;
      case RunsAnythingBut _ -> Kind.ANYTHING_BUT;
      case WritesBelow _ -> Kind.WRITES;
      case Reads _ -> Kind.READS;
      case ConnectsElsewhere _ -> Kind.CONNECTS;
      case ListensElsewhere _ -> Kind.LISTENS;
      case EscalatesPrivileges _ -> Kind.ESCALATES;
    };
  }

  /// How a sentence says it.
  static String words(Behaviour behaviour) {
    return switch (behaviour) {
      case SpawnsShell _ -> "spawns a shell";
      case Runs(var programs) -> "runs " + String.join(", ", programs);
      case RunsAnythingBut(var programs) -> "runs anything but " + String.join(", ", programs);
      case WritesBelow(var folders) -> "writes below " + String.join(", ", folders);
      case Reads(var files) -> "reads " + String.join(", ", files);
      case ConnectsElsewhere _ -> "connects elsewhere";
      case ListensElsewhere _ -> "listens elsewhere";
      case EscalatesPrivileges _ -> "escalates privileges";
    };
  }

  /// What happened, without what users wrote.
  static String words(Kind kind) {
    return switch (kind) {
      case SHELL -> "spawns a shell";
      case RUNS -> "runs a watched program";
      case ANYTHING_BUT -> "runs a program that it should not";
      case WRITES -> "writes below a watched folder";
      case READS -> "reads a watched file";
      case CONNECTS -> "connects elsewhere";
      case LISTENS -> "listens elsewhere";
      case ESCALATES -> "escalates privileges";
    };
  }

  /// The paths that it names.
  static List<String> paths(Behaviour behaviour) {
    return switch (behaviour) {
      case Runs(var programs) -> programs;
      case RunsAnythingBut(var programs) -> programs;
      case WritesBelow(var folders) -> folders;
      case Reads(var files) -> files;
      case SpawnsShell _, ConnectsElsewhere _, ListensElsewhere _, EscalatesPrivileges _ ->
          List.of();
    };
  }

  /// How grave it is where the sentence doesn't say.
  static Priority priority(Behaviour behaviour) {
    return switch (behaviour) {
      case EscalatesPrivileges _ -> Priority.CRITICAL;
      case WritesBelow _ -> Priority.ERROR;
      case SpawnsShell _, Runs _, RunsAnythingBut _, Reads _ -> Priority.WARNING;
      case ConnectsElsewhere _, ListensElsewhere _ -> Priority.NOTICE;
    };
  }

  /// Whether whatever the other one speaks of is part of what this one speaks of.
  static boolean covers(Behaviour wide, Behaviour narrow) {
    return kind(wide) == kind(narrow)
        && switch (wide) {
          case Runs(var programs) -> programs.containsAll(paths(narrow));
          case WritesBelow(var folders) -> folders.containsAll(paths(narrow));
          case Reads(var files) -> files.containsAll(paths(narrow));
          // The fewer are allowed, the more is an alert.
          case RunsAnythingBut(var programs) -> paths(narrow).containsAll(programs);
          case SpawnsShell _, ConnectsElsewhere _, ListensElsewhere _, EscalatesPrivileges _ ->
              true;
        };
  }
}
