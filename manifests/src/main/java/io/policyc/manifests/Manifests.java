package io.policyc.manifests;

import io.policyc.findings.Checked;
import io.policyc.findings.Finding;
import io.policyc.findings.Source;
import io.policyc.findings.Span;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Kubernetes objects of a text, YAML or JSON, as kubectl and an API server read it.
///
/// A broken document is an error, and the other ones of its text are still read.
public final class Manifests {
  /// The largest text that is read, in bytes of UTF-8.
  public static final int MAX_BYTES = 32 << 20;

  private Manifests() {}

  /// Reads a file's bytes.
  ///
  /// @param name what messages call the file
  public static Checked<List<Manifest>> read(String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return refused(tooLarge(name));
    }
    try {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      return read(new Source(name, StandardCharsets.UTF_8.newDecoder().decode(buffer).toString()));
    } catch (CharacterCodingException e) {
      return refused(binary(name));
    }
  }

  /// Reads a text.
  public static Checked<List<Manifest>> read(Source source) {
    if (source.text().length() > MAX_BYTES) {
      return refused(tooLarge(source.name()));
    }
    if (source.text().indexOf('\0') >= 0) {
      return refused(binary(source.name()));
    }
    Checked<List<Value>> documents = Documents.of(source);
    List<Finding> findings = new ArrayList<>(documents.findings());
    List<Manifest> manifests = new ArrayList<>();
    for (Value document : documents.value()) {
      if (!Bounds.isEnough(findings)) {
        Items.add(document, manifests, findings);
      }
    }
    if (manifests.isEmpty() && findings.isEmpty()) {
      findings.add(empty(source));
    }
    return new Checked<>(List.copyOf(manifests), Bounds.shown(findings, source));
  }

  /// Reads the documents of a text without asking what they are; those that are broken are left
  /// out.
  public static Checked<List<Value>> documents(Source source) {
    return Documents.of(source);
  }

  private static Checked<List<Manifest>> refused(Finding finding) {
    return new Checked<>(List.of(), List.of(finding));
  }

  private static Finding tooLarge(String name) {
    return ManifestCode.PC1000
        .of("`" + name + "` is larger than " + (MAX_BYTES >> 20) + " MiB")
        .withHelp("split it: an API server reads objects of at most 3 MiB");
  }

  private static Finding binary(String name) {
    return ManifestCode.PC1001
        .of("`" + name + "` is no text in UTF-8")
        .withHelp("name files of YAML or JSON");
  }

  private static Finding empty(Source source) {
    return ManifestCode.PC1008
        .at(new Span(source, 0, 0), "`" + source.name() + "` holds no object")
        .withHelp("remove the file, or look whether what made it failed");
  }
}
