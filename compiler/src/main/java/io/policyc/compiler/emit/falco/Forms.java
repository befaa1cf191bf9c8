package io.policyc.compiler.emit.falco;

import io.policyc.compiler.model.Watch.Behaviour;
import io.policyc.compiler.model.Watch.Behaviour.ConnectsElsewhere;
import io.policyc.compiler.model.Watch.Behaviour.EscalatesPrivileges;
import io.policyc.compiler.model.Watch.Behaviour.ListensElsewhere;
import io.policyc.compiler.model.Watch.Behaviour.Reads;
import io.policyc.compiler.model.Watch.Behaviour.Runs;
import io.policyc.compiler.model.Watch.Behaviour.RunsAnythingBut;
import io.policyc.compiler.model.Watch.Behaviour.SpawnsShell;
import io.policyc.compiler.model.Watch.Behaviour.WritesBelow;
import java.util.Optional;

/// What each behaviour looks like to Falco.
final class Forms {
  private final Programs programs;
  private final Files files;
  private final Privileges privileges;
  private final Network network;

  Forms(Library library, Engine engine, Network network) {
    this.programs = new Programs(library, engine);
    this.files = new Files(library, programs);
    this.privileges = new Privileges(library, programs);
    this.network = network;
  }

  /// Whether a form so far is wrong where a start does not name the file that was asked for.
  boolean needFileNames() {
    return programs.needFileNames();
  }

  /// The form of a behaviour of some pods; empty where nothing they do could be it.
  Optional<Form> of(Subject subject, Behaviour behaviour) {
    return switch (behaviour) {
      case SpawnsShell _ -> Optional.of(programs.shell());
      case Runs(var paths) -> Optional.of(programs.runs(paths));
      case RunsAnythingBut(var paths) -> Optional.of(programs.anythingBut(paths));
      case WritesBelow(var folders) -> Optional.of(files.writes(folders));
      case Reads(var paths) -> Optional.of(files.reads(paths));
      case ConnectsElsewhere _ -> network.connects(subject);
      case ListensElsewhere _ -> network.listens(subject);
      case EscalatesPrivileges _ -> Optional.of(privileges.form());
    };
  }
}
