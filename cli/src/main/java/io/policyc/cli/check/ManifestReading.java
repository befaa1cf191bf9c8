package io.policyc.cli.check;

import io.policyc.cli.input.DiskReader;
import io.policyc.cli.input.ManifestFiles;
import io.policyc.cli.input.ManifestFiles.Named;
import io.policyc.compiler.Code;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Level;
import io.policyc.findings.Source;
import io.policyc.manifests.Manifest;
import io.policyc.manifests.ManifestCode;
import io.policyc.manifests.Manifests;
import io.policyc.manifests.Place;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Reads the manifests of one file after the other; several threads may do so at once.
final class ManifestReading {
  /// Bytes of all files.
  private static final long MAX_TOTAL = 256L << 20;

  /// What messages call standard input.
  static final String STDIN = "<stdin>";

  private final DiskReader reader;
  private final AtomicLong total = new AtomicLong();
  private volatile Optional<String> stdin = Optional.empty();

  ManifestReading(DiskReader reader) {
    this.reader = reader;
  }

  /// What a file holds.
  ///
  /// @param id the same for two names of one file
  /// @param skipped whether it was found in a folder and is no manifest at all, such as
  ///   `values.yaml`
  record Contents(
      String name, String id, List<Manifest> objects, List<Finding> findings, boolean skipped) {
    Contents {
      objects = List.copyOf(objects);
      findings = List.copyOf(findings);
    }
  }

  /// Whether more was to be read than is read: then nothing may be said of any object.
  boolean isTooMuch() {
    return total.get() > MAX_TOTAL;
  }

  /// What to say then.
  static Finding tooMuch() {
    return Code.PC0054
        .of("the manifests are larger than " + (MAX_TOTAL >> 20) + " MiB in all")
        .withHelp("check their folders one by one");
  }

  /// The text of standard input, once it was read and is text.
  Optional<String> stdin() {
    return stdin;
  }

  /// Reads a file, or standard input.
  Contents read(Named file) {
    boolean stdin = file.name().equals(ManifestFiles.STDIN);
    String name = stdin ? STDIN : file.name();
    Found found = stdin ? reader.standardInput(Manifests.MAX_BYTES) : look(file);
    return switch (found) {
      case Found.Bytes(var id, var content) -> decoded(name, id, content, file.outright());
      case Found.Missing() -> unread(name, Code.PC0050.of("there is no `" + name + "`"));
      case Found.Unreadable(var why) ->
          unread(name, Code.PC0051.of("`" + name + "` cannot be read: " + why));
      case Found.Special() ->
          unread(
              name,
              Code.PC0052
                  .of("`" + name + "` is neither a file nor a folder")
                  .withHelp("pipe it to standard input and name `-`"));
      case Found.TooLarge() -> unread(name, tooLarge(name));
      case Found.Folder _, Found.Crowded _ ->
          unread(name, Code.PC0064.of("`" + name + "` is a folder").withHelp("name its files"));
    };
  }

  private Found look(Named file) {
    return file.real()
        .map(real -> reader.lookFound(file.name(), real, Manifests.MAX_BYTES))
        .orElseGet(() -> reader.look(file.name(), Manifests.MAX_BYTES, 0));
  }

  private static Finding tooLarge(String name) {
    return ManifestCode.PC1000
        .of("`" + name + "` is larger than " + (Manifests.MAX_BYTES >> 20) + " MiB")
        .withHelp("split it: an API server reads objects of at most 3 MiB");
  }

  private static Contents unread(String name, Finding finding) {
    return new Contents(name, name, List.of(), List.of(finding), false);
  }

  private Contents decoded(String name, String id, ByteBuffer content, boolean outright) {
    byte[] bytes = new byte[content.remaining()];
    content.get(bytes);
    if (total.addAndGet(bytes.length) > MAX_TOTAL) {
      return new Contents(name, id, List.of(), List.of(), false);
    }
    Checked<List<Manifest>> read = Manifests.read(name, bytes);
    if (name.equals(STDIN) && read.findings().stream().noneMatch(ManifestReading::isNoText)) {
      stdin = Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }
    if (!outright && isNoManifest(read) && !looksLikeOne(name, bytes)) {
      return new Contents(name, id, List.of(), List.of(skipped(name)), true);
    }
    return new Contents(name, id, read.value(), read.findings(), false);
  }

  // A file of another program, which happens to be YAML or JSON: nobody said that it is a manifest.
  private static boolean isNoManifest(Checked<List<Manifest>> read) {
    return read.value().isEmpty()
        && read.findings().stream().anyMatch(ManifestReading::isNoObject)
        && read.findings().stream()
            .filter(finding -> finding.level() == Level.ERROR)
            .allMatch(ManifestReading::isNoObject);
  }

  // `Kind: Pod`, or a manifest whose first line was lost; Helm's `Chart.yaml` has neither of both.
  private static boolean looksLikeOne(String name, byte[] bytes) {
    Source text = new Source(name, new String(bytes, StandardCharsets.UTF_8));
    return Manifests.documents(text).value().stream()
        .map(Place::of)
        .anyMatch(
            root ->
                (root.field("apiVersion").isSet() || root.field("kind").isSet())
                    && (root.field("metadata").isSet() || root.field("spec").isSet()));
  }

  private static boolean isNoObject(Finding finding) {
    return finding.rule().equals(ManifestCode.PC1010.name());
  }

  // Decoding it would put other characters in place of what it holds.
  private static boolean isNoText(Finding finding) {
    return finding.rule().equals(ManifestCode.PC1001.name());
  }

  private static Finding skipped(String name) {
    return Finding.of(
        ManifestCode.PC1010.name(),
        Level.NOTE,
        "`" + name + "` holds no Kubernetes object, and is not checked");
  }
}
