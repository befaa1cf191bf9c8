package io.policyc.compiler.falco.check;

import io.policyc.compiler.falco.rules.Plugins;
import io.policyc.findings.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A rules file, and what `falco --validate` said of it: see the README beside the recording.
record Recorded(String id, String yaml, Plugins plugins, Verdict falco) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /// What becomes of a file.
  ///
  /// @param error the code of the first error, `FATAL` for an end without a report, or empty
  /// @param warnings those before the first error
  record Verdict(String error, SortedSet<String> warnings) {
    /// What Falco would say, by our findings.
    static Verdict of(List<FalcoFinding> findings) {
      SortedSet<String> warnings = new TreeSet<>();
      for (FalcoFinding finding : findings) {
        if (needsPlugin(finding)) {
          return new Verdict("FATAL", new TreeSet<>());
        }
      }
      for (FalcoFinding finding : findings) {
        FalcoCode code = finding.falco().orElse(null);
        if (code == FalcoCode.FATAL) {
          return new Verdict("FATAL", new TreeSet<>());
        }
        if (code != null && code.isError()) {
          return new Verdict(code.text(), warnings);
        }
        if (code != null) {
          warnings.add(code.text());
        }
      }
      return new Verdict("", warnings);
    }

    // Falco asks for plugins last of all, and then ends before it reports anything else.
    private static boolean needsPlugin(FalcoFinding finding) {
      boolean fatal = finding.falco().filter(FalcoCode.FATAL::equals).isPresent();
      return fatal && finding.finding().rule().equals("PC0906");
    }
  }

  String group() {
    return id.substring(0, id.lastIndexOf('-'));
  }

  Verdict ours() {
    return Verdict.of(FalcoChecker.check(List.of(new Source(id, yaml)), plugins));
  }

  static List<Recorded> load() {
    return lines("falco-load.jsonl.gz").stream().map(Recorded::of).toList();
  }

  private static Recorded of(JsonNode node) {
    return new Recorded(
        node.get("id").asString(),
        node.get("yaml").asString(),
        plugins(node.get("plugins")),
        verdict(node.get("result")));
  }

  private static Plugins plugins(@Nullable JsonNode names) {
    if (names == null) {
      return Plugins.BUNDLED;
    }
    return names.isEmpty() ? Plugins.NONE : Plugins.BUNDLED.with("k8smeta", "0.4.2");
  }

  private static Verdict verdict(JsonNode result) {
    SortedSet<String> warnings = new TreeSet<>();
    for (JsonNode warning : result.get("warnings")) {
      warnings.add(warning.get("code").asString());
    }
    boolean refused = !result.get("errors").isEmpty();
    String error = refused ? result.get("errors").get(0).get("code").asString() : "";
    return new Verdict(result.has("fatal") ? "FATAL" : error, warnings);
  }

  static List<JsonNode> lines(String name) {
    String resource = "/falco/0.44.1/" + name;
    try (InputStream packed = Recorded.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IllegalStateException(resource + " is not on the class path");
      }
      try (InputStream in = name.endsWith(".gz") ? new GZIPInputStream(packed) : packed) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().map(MAPPER::readTree).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
