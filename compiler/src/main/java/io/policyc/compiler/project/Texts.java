package io.policyc.compiler.project;

import io.policyc.compiler.Code;
import io.policyc.compiler.project.SourceReader.Found;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.util.Optional;

/// Reads texts within the bounds of a compile.
final class Texts {
  /// Bytes of one policy file.
  static final int MAX_FILE = 4 << 20;

  /// Bytes of all files.
  static final long MAX_TOTAL = 256L << 20;

  /// What messages call standard input.
  static final String STDIN = "<stdin>";

  private final SourceReader reader;
  private final int maxFile;
  private long total;

  /// @param maxFile bytes of one file, whole MiB
  Texts(SourceReader reader, int maxFile) {
    this.reader = reader;
    this.maxFile = maxFile;
  }

  /// A text that was read.
  ///
  /// @param id the same for two names of one file
  record Text(String id, Source source) {}

  /// Standard input.
  Optional<Text> standardInput(Reading reading) {
    return text(STDIN, reader.standardInput(maxFile), reading);
  }

  /// What was found under a name, as text; what is none is a finding.
  Optional<Text> text(String name, Found found, Reading reading) {
    switch (found) {
      case Found.Bytes bytes -> {
        return decoded(name, bytes, reading);
      }
      case Found.Folder _, Found.Crowded _ ->
          reading.add(Code.PC0064, "`" + name + "` is a folder", "name the files in it");
      case Found.Missing _ -> reading.add(Code.PC0050, "there is no `" + name + "`");
      case Found.Unreadable(var reason) ->
          reading.add(Code.PC0051, "`" + name + "` cannot be read: " + reason);
      case Found.Special _ ->
          reading.add(
              Code.PC0052,
              "`" + name + "` is neither a file nor a folder",
              "pipe it to standard input and name `-`");
      case Found.TooLarge _ ->
          reading.add(
              Code.PC0053,
              "`" + name + "` is larger than " + (maxFile >> 20) + " MiB",
              "split it into several files");
    }
    return Optional.empty();
  }

  private Optional<Text> decoded(String name, Found.Bytes bytes, Reading reading) {
    total += bytes.content().remaining();
    if (total > MAX_TOTAL) {
      reading.add(
          Code.PC0054, "the input is larger than 256 MiB in all", "compile it in several runs");
      return Optional.empty();
    }
    return switch (Utf8.decode(bytes.content())) {
      case Utf8.Decoded.Text(var text) ->
          Optional.of(new Text(bytes.id(), new Source(name, reader.place(name), text)));
      case Utf8.Decoded.Malformed(var before, var offset) -> {
        malformed(name, before, offset, bytes, reading);
        yield Optional.empty();
      }
    };
  }

  // The text up to the wrong byte is enough to show the line that it stands on.
  private static void malformed(
      String name, String before, int offset, Found.Bytes bytes, Reading reading) {
    Source source = new Source(name, before);
    int wrong = bytes.content().get(bytes.content().position() + offset) & 0xff;
    String hex = (wrong < 16 ? "0" : "") + Integer.toHexString(wrong);
    reading
        .findings()
        .add(
            Code.PC0055
                .at(
                    new Span(source, before.length(), before.length()),
                    "byte " + offset + " (0x" + hex + ") of `" + name + "` is not UTF-8")
                .withHelp("save the file as UTF-8"));
  }
}
