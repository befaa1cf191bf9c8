package io.policyc.tests.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Cilium itself, asked about policies.
///
/// One process; not for several threads. The questions are described in
/// `tests/peers/cilium/README.md`.
public final class CiliumOracle implements AutoCloseable {
  /// How many questions go in one line: enough that the line's own cost does not matter.
  private static final int BATCH = 2_000;

  private final Lines lines;

  private CiliumOracle(Lines lines) {
    this.lines = lines;
  }

  /// Starts an engine, or skips the test when it is not built.
  ///
  /// @param engine one of the three Cilium engines
  public static CiliumOracle start(Engine engine) {
    try {
      return new CiliumOracle(new Lines(engine.require()));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /// Gives the Cilium release that answers, such as `1.20.2`.
  public String version() {
    return ask(Json.object().put("op", "version")).path("cilium").asString();
  }

  /// Asks what the CRD's schema and the agent say about each document of a YAML stream.
  public List<DocumentVerdict> validate(String yaml) {
    JsonNode answer = ask(Json.object().put("op", "validate").put("yaml", yaml));
    return Json.list(answer.path("documents"), DocumentVerdict::of);
  }

  /// Tells whether a DNS `matchPattern` of this release covers a name.
  public boolean nameMatches(String pattern, String name) {
    ObjectNode request = Json.object().put("op", "dnsmatch");
    request.putArray("pairs").addObject().put("pattern", pattern).put("name", name);
    return ask(request).path("matches").path(0).asBoolean();
  }

  /// Makes a world.
  ///
  /// @return the documents that the agent would not import; the world is without them
  public List<DocumentVerdict> load(World world) {
    return Json.list(ask(world.json()).path("errors"), DocumentVerdict::of);
  }

  /// Forgets a world.
  public void unload(String world) {
    ask(Json.object().put("op", "unload").put("id", world));
  }

  /// Asks what both ends decide about one conversation, and which policies make them.
  public Answer explain(String world, Conversation conversation) {
    ObjectNode request = request(world, List.of(conversation)).put("explain", true);
    return Answer.of(ask(request).path("results").path(0));
  }

  /// Asks what both ends decide about each conversation, in order.
  ///
  /// @param conversations of any kinds, mixed
  public List<Answer> answers(String world, List<? extends Conversation> conversations) {
    List<Future<JsonNode>> coming = new ArrayList<>();
    for (int start = 0; start < conversations.size(); ) {
      int end = batchEnd(conversations, start);
      coming.add(lines.send(request(world, conversations.subList(start, end))));
      start = end;
    }
    List<Answer> answers = new ArrayList<>(conversations.size());
    for (Future<JsonNode> one : coming) {
      answers.addAll(Json.list(Lines.await(one).path("results"), Answer::of));
    }
    return List.copyOf(answers);
  }

  /// A batch holds questions of one operation.
  private static int batchEnd(List<? extends Conversation> conversations, int start) {
    String op = conversations.get(start).op();
    int end = start;
    while (end < conversations.size()
        && end - start < BATCH
        && conversations.get(end).op().equals(op)) {
      end++;
    }
    return end;
  }

  private static ObjectNode request(String world, List<? extends Conversation> batch) {
    Conversation first = batch.getFirst();
    ObjectNode request = Json.object().put("op", first.op()).put("id", world);
    request.set(first.field(), Json.array(batch, Conversation::json));
    return request;
  }

  /// Gives the NetworkPolicy message that the agent would send to Envoy for an endpoint, as JSON.
  public JsonNode networkPolicy(String world, int subject) {
    return ask(Json.object().put("op", "networkpolicy").put("id", world).put("subject", subject));
  }

  /// Gives the number of entries that an endpoint's policy map would hold.
  public int policyMapSize(String world, int subject) {
    return ask(Json.object().put("op", "policymap").put("id", world).put("subject", subject))
        .path("size")
        .asInt();
  }

  private JsonNode ask(ObjectNode request) {
    return Lines.await(lines.send(request));
  }

  @Override
  public void close() {
    lines.close();
  }
}
