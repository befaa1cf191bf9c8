package io.policyc.tests.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Kubernetes' own Pod Security admission, asked about pods and labels.
///
/// One process; not for several threads. The questions are described in
/// `tests/peers/podsecurity/README.md`.
public final class PodSecurityOracle implements AutoCloseable {
  /// How many questions go in one line.
  private static final int BATCH = 500;

  private final Lines lines;

  private PodSecurityOracle(Lines lines) {
    this.lines = lines;
  }

  /// One policy that a pod is held against.
  ///
  /// @param emulate the release whose `latest` counts; empty for the program's own
  public record Held(String level, String version, String emulate) {
    private JsonNode json() {
      return Json.object().put("level", level).put("version", version).put("emulate", emulate);
    }
  }

  /// A pod, and what it is held against.
  public record Question(JsonNode pod, List<Held> by) {
    private JsonNode json() {
      ObjectNode json = Json.object();
      json.set("pod", pod);
      json.set("by", Json.array(by, Held::json));
      return json;
    }
  }

  /// A check that a pod fails.
  public record Failed(String id, String reason, String detail) {}

  /// What one policy says of a pod.
  public record Judged(boolean allowed, String message, List<Failed> failing) {}

  /// What is said of one pod.
  ///
  /// @param invalid why it cannot be decoded; then nothing is judged
  /// @param by one answer to each policy
  public record Verdict(Optional<String> invalid, List<Judged> by) {
    private static Verdict of(JsonNode json) {
      return new Verdict(Json.text(json, "invalid"), Json.list(json.path("by"), Verdict::judged));
    }

    private static Judged judged(JsonNode json) {
      return new Judged(
          json.path("allowed").asBoolean(),
          json.path("message").asString(),
          Json.list(json.path("failing"), Verdict::failed));
    }

    private static Failed failed(JsonNode json) {
      return new Failed(
          json.path("id").asString(),
          json.path("reason").asString(),
          json.path("detail").asString());
    }
  }

  /// A revision of a check that the program has, `v1.25`.
  public record Revision(String id, String level, String from, List<String> overrides) {}

  /// What labels mean, as `restricted:latest`.
  ///
  /// @param errors what is wrong with them, in the server's words
  public record Labels(String enforce, String audit, String warn, List<String> errors) {
    private static Labels of(JsonNode json) {
      return new Labels(
          json.path("enforce").asString(),
          json.path("audit").asString(),
          json.path("warn").asString(),
          Json.list(json.path("errors"), JsonNode::asString));
    }
  }

  /// Starts the program, or skips the test when it is not built.
  public static PodSecurityOracle start() {
    try {
      return new PodSecurityOracle(new Lines(Engine.POD_SECURITY.require()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Gives the release of k8s.io/pod-security-admission that answers, such as `0.37.2`.
  public String version() {
    return ask(Json.object().put("op", "version")).path("podsecurity").asString();
  }

  /// Gives every revision of every check.
  public List<Revision> revisions() {
    List<Revision> revisions = new ArrayList<>();
    for (JsonNode check : ask(Json.object().put("op", "version")).path("checks")) {
      for (JsonNode one : check.path("revisions")) {
        revisions.add(
            new Revision(
                check.path("id").asString(),
                check.path("level").asString(),
                one.path("from").asString(),
                Json.list(one.path("overrides"), JsonNode::asString)));
      }
    }
    return revisions;
  }

  /// Asks about pods; one answer to each, in order.
  public List<Verdict> judge(List<Question> questions) {
    List<Future<JsonNode>> coming = new ArrayList<>();
    for (int start = 0; start < questions.size(); start += BATCH) {
      List<Question> batch = questions.subList(start, Math.min(start + BATCH, questions.size()));
      ObjectNode request = Json.object().put("op", "judge");
      request.set("pods", Json.array(batch, Question::json));
      coming.add(lines.send(request));
    }
    return answers(coming, Verdict::of);
  }

  /// Asks what sets of labels of a namespace mean, where nothing is configured.
  public List<Labels> labels(List<Map<String, String>> sets) {
    ObjectNode request = Json.object().put("op", "labels");
    request.set("labels", Json.array(sets, Json::strings));
    return answers(List.of(lines.send(request)), Labels::of);
  }

  private static <T> List<T> answers(
      List<Future<JsonNode>> coming, java.util.function.Function<JsonNode, T> form) {
    List<T> answers = new ArrayList<>();
    for (Future<JsonNode> one : coming) {
      answers.addAll(Json.list(Lines.await(one).path("results"), form));
    }
    return answers;
  }

  private JsonNode ask(ObjectNode request) {
    return Lines.await(lines.send(request));
  }

  @Override
  public void close() {
    lines.close();
  }
}
