package io.policyc.cli.output;

import io.policyc.cli.Reasons;
import io.policyc.compiler.Code;
import io.policyc.findings.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The source map: written together with the documents, and lying elsewhere.
///
/// @param shown what messages call it
public record SideFile(Path target, String shown, String text) {
  byte[] content() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// What to tell when the disk refuses it.
  Finding refused(IOException e) {
    boolean homeless = e instanceof NoSuchFileException && shown.indexOf('/') > 0;
    String reason =
        homeless
            ? "there is no folder `" + shown.substring(0, shown.lastIndexOf('/')) + "`"
            : Reasons.of(e);
    return Code.PC0823
        .of("`" + shown + "` cannot be written: " + reason)
        .withHelp(
            (homeless ? "make the folder, or " : "") + "name another file with `--source-map`");
  }
}
