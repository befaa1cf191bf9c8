package io.policyc.cli.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Files that change together: all of them or, where the disk allows, none.
///
/// New contents are put beside their targets first. Then what a target held keeps a second name
/// while the new content takes the first: when the disk refuses one of many, the others go back.
final class Transaction {
  private static final String NEW = ".policyc-new";
  private static final String OLD = ".policyc-old";

  private final Disk disk;
  private final MadeFolders folders;
  private final List<Change> changes = new ArrayList<>();
  private final Deque<Change> applied = new ArrayDeque<>();

  Transaction(Disk disk) {
    this.disk = disk;
    this.folders = new MadeFolders(disk);
  }

  /// What happens to a file.
  ///
  /// @param beside what it will hold; empty when it is removed
  private record Change(Path target, Optional<Path> beside) {
    Path old() {
      return named(target, OLD);
    }
  }

  /// The disk refused.
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Path target;
    private final IOException why;

    Refused(Path target, IOException why) {
      super(why);
      this.target = target;
      this.why = why;
    }

    /// The file that was to change.
    Path target() {
      return target;
    }

    /// What the disk said.
    IOException why() {
      return why;
    }
  }

  /// Puts a new content beside its target; folders above it are made.
  void write(Path target, byte[] content) throws Refused {
    guarded(target, () -> folders.make(parent(target)));
    writeBeside(target, content);
  }

  /// Puts a new content beside its target, whose folder is there.
  void writeBeside(Path target, byte[] content) throws Refused {
    Path beside = named(target, NEW);
    changes.add(new Change(target, Optional.of(beside)));
    guarded(target, () -> disk.write(beside, content));
    if (disk.kind(target) == Disk.Kind.FILE) {
      guarded(target, () -> disk.sameRights(target, beside));
    }
  }

  /// Notes a file that goes away.
  void remove(Path target) {
    changes.add(new Change(target, Optional.empty()));
  }

  /// Gives what the targets hold a second name, so that there is a way back.
  void keep() throws Refused {
    for (Change change : changes) {
      guarded(change.target(), () -> keep(change));
    }
  }

  /// Changes the files. After a refusal some are changed, until [#undo].
  void apply() throws Refused {
    for (Change change : changes) {
      guarded(change.target(), () -> step(change));
      applied.push(change);
    }
  }

  private void keep(Change change) throws IOException {
    if (disk.kind(change.target()) == Disk.Kind.FILE) {
      disk.keep(change.target(), change.old());
    } else {
      // A run that was killed may have left one: it is not what is there now.
      disk.delete(change.old());
    }
  }

  private void step(Change change) throws IOException {
    if (change.beside().isPresent()) {
      disk.rename(change.beside().get(), change.target());
    } else {
      disk.delete(change.target());
    }
  }

  /// Brings back what was there before.
  ///
  /// @return the files for which the disk refused even that; they hold the new
  List<Path> undo() {
    List<Path> stuck = new ArrayList<>();
    while (!applied.isEmpty()) {
      Change change = applied.pop();
      if (!Quietly.run(() -> goBack(change))) {
        stuck.add(change.target());
      }
    }
    changes.forEach(change -> tidy(change.target()));
    folders.removeEmpty();
    return stuck;
  }

  private void goBack(Change change) throws IOException {
    if (disk.kind(change.old()) == Disk.Kind.FILE) {
      disk.rename(change.old(), change.target());
    } else {
      disk.delete(change.target());
    }
  }

  /// Takes away the second names; there is no way back then.
  void finish() {
    changes.forEach(change -> Quietly.run(() -> disk.delete(change.old())));
  }

  /// Takes away what any run may have left beside a file.
  void tidy(Path target) {
    Quietly.run(() -> disk.delete(named(target, NEW)));
    Quietly.run(() -> disk.delete(named(target, OLD)));
  }

  private static void guarded(Path target, Quietly.Step step) throws Refused {
    try {
      step.run();
    } catch (IOException e) {
      throw new Refused(target, e);
    }
  }

  private static Path named(Path target, String kind) {
    return target.resolveSibling("." + target.getFileName() + kind);
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
