package io.policyc.cli.output;

import io.policyc.cli.Reasons;
import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Makes a folder hold the documents of a compile.
///
/// Whenever a run ends too early, all that is there is known to the list, and the next run does
/// what is missing; [FolderChange] says how.
public final class FolderWriter {
  private final Folder folder;
  private final Optional<SideFile> beside;

  /// @param folder the folder to write
  public FolderWriter(Folder folder) {
    this(folder, Optional.empty());
  }

  /// @param folder the folder to write
  /// @param beside what is written together with it
  public FolderWriter(Folder folder, Optional<SideFile> beside) {
    this.folder = folder;
    this.beside = beside;
  }

  /// What a run would do; nothing is written.
  public Checked<Plan> plan(List<Document> documents, boolean force) {
    try {
      return Planner.plan(folder, documents, force);
    } catch (IOException e) {
      return new Checked<>(Plan.NOTHING, List.of(unreadable(e)));
    }
  }

  private Finding unreadable(IOException e) {
    return Code.PC0823
        .of("`" + folder.shown() + "` cannot be read: " + Reasons.of(e))
        .withHelp("mend it, or name another folder with `--into`");
  }

  /// Writes.
  ///
  /// @param force whether what was changed by hand is replaced
  /// @return what was done; with an error the folder is as it was, but for what is `done`
  public Checked<Outcome> write(List<Document> documents, boolean force) {
    if (documents.isEmpty() && folder.disk().kind(folder.root()) == Disk.Kind.NONE) {
      // A folder that would stay empty is not made.
      return change(Plan.NOTHING).make();
    }
    if (isNoFolder()) {
      return refused("it is no folder");
    }
    MadeFolders made = new MadeFolders(folder.disk());
    try {
      made.make(folder.root());
      Checked<Outcome> written = locked(documents, force);
      if (written.hasErrors() && written.value().done().isEmpty()) {
        made.removeEmpty();
      }
      return written;
    } catch (IOException e) {
      made.removeEmpty();
      return refused(Reasons.of(e));
    }
  }

  private boolean isNoFolder() {
    return switch (folder.disk().kind(folder.root())) {
      case FILE, OTHER -> true;
      case NONE, FOLDER, LINK -> false;
    };
  }

  private Checked<Outcome> refused(String reason) {
    Finding finding =
        Code.PC0823
            .of("`" + folder.shown() + "` cannot be written: " + reason)
            .withHelp("name another folder with `--into`");
    return new Checked<>(Outcome.nothing(Plan.NOTHING), List.of(finding));
  }

  private Checked<Outcome> locked(List<Document> documents, boolean force) throws IOException {
    Optional<FolderLock> lock = FolderLock.take(folder.root());
    if (lock.isEmpty()) {
      Finding taken =
          Code.PC0824
              .of("another run is writing `" + folder.shown() + "`")
              .withHelp("run again when it has ended");
      return new Checked<>(Outcome.nothing(Plan.NOTHING), List.of(taken));
    }
    try (FolderLock _ = lock.get()) {
      Checked<Plan> plan = Planner.plan(folder, documents, force);
      return plan.hasErrors()
          ? new Checked<>(Outcome.nothing(plan.value()), plan.findings())
          : plan.then(p -> change(p).make());
    }
  }

  private FolderChange change(Plan plan) {
    return new FolderChange(folder, plan, beside);
  }
}
