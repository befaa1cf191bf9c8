package io.policyc.tests.peers.cosign;

import com.sun.net.httpserver.HttpExchange;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.MintedLog;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Two transparency logs with the interfaces of Rekor 1 and of Rekor 2, as far as cosign asks.
///
/// Nothing that comes in is checked: what a log takes is not what is compared here.
final class LogService {
  private final MintedLog first = MintedLog.create(false, "127.0.0.1", Keys.p256());
  private final MintedLog second = MintedLog.create(true, "127.0.0.1", Keys.ed25519());

  MintedLog first() {
    return first;
  }

  MintedLog second() {
    return second;
  }

  /// `POST /api/v1/log/entries`.
  void first(HttpExchange exchange) throws IOException {
    ObjectNode proposed = (ObjectNode) Piece.JSON.readTree(exchange.getRequestBody());
    String uuid = "0".repeat(80);
    exchange.getResponseHeaders().set("ETag", uuid);
    exchange.getResponseHeaders().set("Location", "/api/v1/log/entries/" + uuid);
    ObjectNode answer = Piece.JSON.createObjectNode();
    answer.set(uuid, asRekor(add(first, LogBodies.first(proposed))));
    Services.answer(exchange, 201, "application/json", Piece.JSON.writeValueAsBytes(answer));
  }

  private static JsonNode add(MintedLog log, byte[] body) {
    JsonNode read = Piece.JSON.readTree(body);
    String kind = read.path("kind").asString();
    String version = read.path("apiVersion").asString();
    synchronized (log) {
      return Piece.JSON.readTree(
          log.add(kind, version, Bytes8.text(body), Instant.now()).toString());
    }
  }

  /// An entry as a bundle has it, in the words of Rekor 1.
  private static ObjectNode asRekor(JsonNode entry) {
    ObjectNode out = Piece.JSON.createObjectNode();
    out.put("body", entry.path("canonicalizedBody").asString());
    out.put("integratedTime", number(entry.path("integratedTime")));
    out.put("logID", hex(entry.path("logId").path("keyId")));
    out.put("logIndex", number(entry.path("logIndex")));
    ObjectNode verification = out.putObject("verification");
    JsonNode promise = entry.path("inclusionPromise").path("signedEntryTimestamp");
    verification.put("signedEntryTimestamp", promise.asString());
    proof(entry.path("inclusionProof"), verification.putObject("inclusionProof"));
    return out;
  }

  private static void proof(JsonNode from, ObjectNode to) {
    to.put("checkpoint", from.path("checkpoint").path("envelope").asString());
    to.put("logIndex", number(from.path("logIndex")));
    to.put("treeSize", number(from.path("treeSize")));
    to.put("rootHash", hex(from.path("rootHash")));
    ArrayNode hashes = to.putArray("hashes");
    from.path("hashes").forEach(hash -> hashes.add(hex(hash)));
  }

  private static long number(JsonNode node) {
    return Long.parseLong(node.asString());
  }

  private static String hex(JsonNode node) {
    return HexFormat.of().formatHex(node.binaryValue());
  }

  /// `POST /api/v2/log/entries`.
  void second(HttpExchange exchange) throws IOException {
    JsonNode request = Piece.JSON.readTree(exchange.getRequestBody());
    JsonNode entry = add(second, LogBodies.second(request));
    Services.answer(exchange, 201, "application/json", Piece.JSON.writeValueAsBytes(entry));
  }
}
