package io.policyc.compiler.ast;

import io.policyc.findings.Span;
import java.util.List;

/// What a pod does at run time that is worth an alert.
public sealed interface Behaviour {
  /// Where it stands.
  Span span();

  /// `spawns a shell`
  record SpawnsShell(Span span) implements Behaviour {}

  /// `runs /usr/bin/curl, /usr/bin/wget`
  record Runs(List<Word> programs, Span span) implements Behaviour {
    public Runs {
      programs = List.copyOf(programs);
    }
  }

  /// `runs anything but /app/server`
  record RunsAnythingBut(List<Word> programs, Span span) implements Behaviour {
    public RunsAnythingBut {
      programs = List.copyOf(programs);
    }
  }

  /// `writes below /etc`
  record WritesBelow(List<Word> folders, Span span) implements Behaviour {
    public WritesBelow {
      folders = List.copyOf(folders);
    }
  }

  /// `reads /etc/shadow`
  record Reads(List<Word> files, Span span) implements Behaviour {
    public Reads {
      files = List.copyOf(files);
    }
  }

  /// `connects elsewhere`
  record ConnectsElsewhere(Span span) implements Behaviour {}

  /// `listens elsewhere`
  record ListensElsewhere(Span span) implements Behaviour {}

  /// `escalates privileges`
  record EscalatesPrivileges(Span span) implements Behaviour {}
}
