package io.policyc.compiler.model;

import java.util.List;
import java.util.Optional;

/// What a pod does at run time that is worth an alert, or is said not to be.
///
/// @param subject whose pods
/// @param behaviour what they do
/// @param priority a Falco priority in lower case; empty where the sentence names none
/// @param negated whether it is a `no alert when`
public record Watch(
    Peer.Pods subject,
    Behaviour behaviour,
    Optional<String> priority,
    boolean negated,
    Origin origin) {
  /// What a pod does.
  public sealed interface Behaviour {
    /// `spawns a shell`
    record SpawnsShell() implements Behaviour {}

    /// `runs /usr/bin/curl`
    record Runs(List<String> programs) implements Behaviour {
      public Runs {
        programs = List.copyOf(programs);
      }
    }

    /// `runs anything but /app/server`
    record RunsAnythingBut(List<String> programs) implements Behaviour {
      public RunsAnythingBut {
        programs = List.copyOf(programs);
      }
    }

    /// `writes below /etc`
    record WritesBelow(List<String> folders) implements Behaviour {
      public WritesBelow {
        folders = List.copyOf(folders);
      }
    }

    /// `reads /etc/shadow`
    record Reads(List<String> files) implements Behaviour {
      public Reads {
        files = List.copyOf(files);
      }
    }

    /// `connects elsewhere`
    record ConnectsElsewhere() implements Behaviour {}

    /// `listens elsewhere`
    record ListensElsewhere() implements Behaviour {}

    /// `escalates privileges`
    record EscalatesPrivileges() implements Behaviour {}
  }
}
