package io.policyc.cli.output;

import static java.util.stream.Collectors.joining;

import io.policyc.cli.Reasons;
import io.policyc.cli.output.Transaction.Refused;
import io.policyc.compiler.Code;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Carries out a plan.
///
/// First the list learns what will be written, so that whatever an interrupted run leaves is known
/// to be ours. Then every new content, the new list too, is put beside its target. Only then files
/// change, all of them or none, and last the list forgets the old.
final class FolderChange {
  private final Folder folder;
  private final Plan plan;
  private final Optional<SideFile> beside;
  private final Transaction journal;
  private final Transaction files;
  private final Transaction list;

  FolderChange(Folder folder, Plan plan, Optional<SideFile> beside) {
    this.folder = folder;
    this.plan = plan;
    this.beside = beside;
    this.journal = new Transaction(folder.disk());
    this.files = new Transaction(folder.disk());
    this.list = new Transaction(folder.disk());
  }

  /// Does it.
  ///
  /// @return what was done; with an error nothing, but for what is `done`
  Checked<Outcome> make() {
    try {
      open();
      prepare();
      files.keep();
      files.apply();
    } catch (Refused e) {
      return undone(e);
    }
    tidy();
    try {
      list.apply();
      return Checked.clean(new Outcome(plan, changed()));
    } catch (Refused e) {
      list.undo();
      return failed(e, changed());
    }
  }

  private void open() throws Refused {
    if (!plan.isNothing()) {
      write(journal, plan.before().and(plan.after()));
      journal.keep();
      journal.apply();
    }
  }

  private void prepare() throws Refused {
    for (String path : plan.write().keySet()) {
      files.write(folder.path(path), plan.write().getOrDefault(path, new byte[0]));
    }
    plan.remove().forEach(path -> files.remove(folder.path(path)));
    if (beside.isPresent()) {
      files.writeBeside(beside.get().target(), beside.get().content());
    }
    if (!plan.isNothing()) {
      write(list, plan.after());
    }
  }

  private void write(Transaction to, FileList content) throws Refused {
    Path target = folder.path(FileList.NAME);
    if (content.hashes().isEmpty()) {
      to.remove(target);
    } else {
      to.writeBeside(target, content.text().getBytes(StandardCharsets.UTF_8));
    }
  }

  // Before the list forgets the old: a run that is killed here is taken up again.
  private void tidy() {
    files.finish();
    journal.finish();
    for (String path : plan.before().paths()) {
      files.tidy(folder.path(path));
    }
    plan.remove().forEach(this::removeEmptied);
  }

  // The folders above a path, as far as nothing is left in them.
  private void removeEmptied(String path) {
    boolean empty = true;
    for (int end = path.lastIndexOf('/'); empty && end > 0; end = path.lastIndexOf('/', end - 1)) {
      Path above = folder.path(path.substring(0, end));
      empty = Quietly.run(() -> folder.disk().deleteIfEmpty(above));
    }
  }

  private List<String> changed() {
    List<String> changed = new ArrayList<>(plan.write().keySet());
    changed.addAll(plan.remove());
    return changed;
  }

  private Checked<Outcome> undone(Refused e) {
    Set<Path> stuck = Set.copyOf(files.undo());
    if (stuck.isEmpty()) {
      journal.undo();
    } else {
      journal.finish();
      list.undo();
    }
    return failed(e, changed().stream().filter(p -> stuck.contains(folder.path(p))).toList());
  }

  private Checked<Outcome> failed(Refused e, List<String> done) {
    return new Checked<>(
        new Outcome(plan, done),
        List.of(
            beside
                .filter(file -> file.target().equals(e.target()))
                .map(file -> file.refused(e.why()))
                .orElseGet(() -> finding(e, done))));
  }

  private Finding finding(Refused e, List<String> done) {
    return Code.PC0823
        .of("`" + folder.name(e.target()) + "` cannot be written: " + Reasons.of(e.why()))
        .withHelp(
            done.isEmpty()
                ? "mend it and run again, or name another folder with `--into`"
                : "mend it and run again, which completes the folder: " + named(done));
  }

  private static String named(List<String> done) {
    String names = done.stream().limit(3).map(path -> "`" + path + "`").collect(joining(", "));
    int more = Math.max(0, done.size() - 3);
    return names + (more == 0 ? "" : " and " + more + " more") + " changed already";
  }
}
