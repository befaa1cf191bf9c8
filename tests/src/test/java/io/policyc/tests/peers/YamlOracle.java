package io.policyc.tests.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// kubectl's reader of manifests, asked what texts mean.
public final class YamlOracle implements AutoCloseable {
  private static final int BATCH = 500;

  private final Lines lines;

  private YamlOracle(Lines lines) {
    this.lines = lines;
  }

  /// What a text means.
  ///
  /// @param documents the documents up to the first one that is refused, without empty ones
  public record Reading(List<JsonNode> documents, Optional<String> error) {
    private static Reading of(JsonNode node) {
      return new Reading(
          Json.list(node.path("documents"), one -> Json.MAPPER.readTree(one.asString())),
          Json.text(node, "error"));
    }
  }

  /// Starts the reader, or skips the test when it is not built.
  public static YamlOracle start() {
    try {
      return new YamlOracle(new Lines(Engine.YAML.require()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// What each text means, in order.
  public List<Reading> read(List<String> texts) {
    List<Reading> readings = new ArrayList<>();
    for (int start = 0; start < texts.size(); start += BATCH) {
      List<String> batch = texts.subList(start, Math.min(start + BATCH, texts.size()));
      var request = Json.object().set("texts", Json.strings(batch));
      readings.addAll(Json.list(Lines.await(lines.send(request)).path("results"), Reading::of));
    }
    return readings;
  }

  @Override
  public void close() {
    lines.close();
  }
}
