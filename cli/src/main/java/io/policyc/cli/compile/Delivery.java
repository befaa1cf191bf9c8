package io.policyc.cli.compile;

import io.policyc.cli.Io;
import io.policyc.cli.output.Disk;
import io.policyc.cli.output.Folder;
import io.policyc.cli.output.FolderWriter;
import io.policyc.cli.output.Plan;
import io.policyc.cli.output.SingleFile;
import io.policyc.cli.output.UnifiedDiff;
import io.policyc.compiler.Code;
import io.policyc.compiler.emit.Document;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.render.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Brings documents to where they go, and says what was done.
final class Delivery {
  private final CompileOptions options;
  private final Io io;
  private final Disk disk;
  private boolean differs;

  Delivery(CompileOptions options, Io io, Disk disk) {
    this.options = options;
    this.io = io;
    this.disk = disk;
  }

  /// Whether a folder that was checked is not what would be written.
  boolean differs() {
    return differs;
  }

  /// Delivers; what was done is told in words.
  Checked<String> deliver(Destination destination, List<Document> documents) {
    Checked<String> done =
        switch (destination) {
          case Destination.Stdout _ -> print(documents);
          case Destination.Into into when options.check() -> check(into, documents);
          case Destination.Into into -> write(into, documents);
        };
    return done.hasErrors() || options.check() ? done : done.then(d -> sourceMap(d, documents));
  }

  private Checked<String> print(List<Document> documents) {
    io.out().print(documents.stream().map(Document::text).collect(Collectors.joining("---\n")));
    return Checked.clean(count(documents.size(), "object"));
  }

  private Checked<String> write(Destination.Into into, List<Document> documents) {
    Folder folder = new Folder(into.folder(), into.shown(), disk);
    return new FolderWriter(folder)
        .write(documents, options.force())
        .then(plan -> Checked.clean(summary(plan, documents.size(), into.shown())));
  }

  private static String summary(Plan plan, int documents, String folder) {
    List<String> parts = new ArrayList<>();
    add(parts, plan.write().size(), "written");
    add(parts, plan.same(), "unchanged");
    add(parts, plan.remove().size(), "removed");
    String details = parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    return count(documents, "object") + " in " + folder + details;
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private Checked<String> check(Destination.Into into, List<Document> documents) {
    Folder folder = new Folder(into.folder(), into.shown(), disk);
    // What was changed by hand is a difference like any other.
    return new FolderWriter(folder).plan(documents, true).then(plan -> differences(folder, plan));
  }

  private Checked<String> differences(Folder folder, Plan plan) {
    int changes = plan.write().size() + plan.remove().size();
    differs = !plan.isNothing();
    StringBuilder diff = new StringBuilder();
    try {
      for (String path : plan.write().keySet()) {
        byte[] content = plan.write().getOrDefault(path, new byte[0]);
        diff.append(difference(folder, path, new String(content, StandardCharsets.UTF_8)));
      }
      for (String path : plan.remove()) {
        diff.append(difference(folder, path, ""));
      }
    } catch (IOException e) {
      return failure(folder.shown(), e);
    }
    io.out().print(diff.toString());
    return Checked.clean(
        changes > 0
            ? count(changes, "file") + " of " + folder.shown() + " would change"
            : differs
                ? "the list of files in " + folder.shown() + " would change"
                : folder.shown() + " is up to date");
  }

  private static String difference(Folder folder, String path, String after) throws IOException {
    return folder.isHuge(path)
        ? Visible.text(folder.shown(path)) + " differs: it is far larger than a policy\n"
        : UnifiedDiff.of(folder.shown(path), folder.text(path), after);
  }

  private Checked<String> sourceMap(String done, List<Document> documents) {
    if (options.sourceMap().isEmpty()) {
      return Checked.clean(done);
    }
    String name = options.sourceMap().get();
    try {
      SingleFile.write(disk, io.cwd().resolve(name), SourceMap.of(documents));
      return Checked.clean(done);
    } catch (IOException e) {
      return failure(name, e);
    }
  }

  private static Checked<String> failure(String name, IOException e) {
    Finding finding =
        Finding.of(
            Code.PC0823.name(),
            Level.ERROR,
            "`" + name + "` cannot be written: " + FolderWriter.reason(e));
    return new Checked<>("", List.of(finding));
  }
}
