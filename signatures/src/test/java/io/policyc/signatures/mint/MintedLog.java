package io.policyc.signatures.mint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.policyc.signatures.Bytes;
import io.policyc.signatures.Digest;
import io.policyc.signatures.Digest.Algorithm;
import io.policyc.signatures.sigstore.KeyDetails;
import io.policyc.signatures.sigstore.TrustRoot;
import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A transparency log: Rekor 1, which promises and proves, or Rekor 2, which proves only.
public final class MintedLog {
  private static final Instant START = Instant.parse("2023-01-01T00:00:00Z");
  private static final String TREE = "1193050959916656506";

  /// How many entries other trees of Rekor 1 hold, so that its two kinds of numbers differ.
  private static final long BEFORE = 4_163_431;

  private final boolean second;
  private final String host;
  private final KeyPair keys;
  private final List<Bytes> leaves = new ArrayList<>();

  private MintedLog(boolean second, String host, KeyPair keys) {
    this.second = second;
    this.host = host;
    this.keys = keys;
  }

  /// A Rekor 1 with a P-256 key, and five entries of others.
  public static MintedLog first() {
    return create(false, "rekor.minted.example", Keys.p256());
  }

  /// A Rekor 2 with an Ed25519 key, and five entries of others.
  public static MintedLog second() {
    return create(true, "log2025-1.rekor.minted.example", Keys.ed25519());
  }

  public static MintedLog create(boolean second, String host, KeyPair keys) {
    MintedLog log = new MintedLog(second, host, keys);
    for (int i = 0; i < 5; i++) {
      log.leaves.add(leaf(("{\"entry\":" + i + "}").getBytes(UTF_8)));
    }
    return log;
  }

  public boolean isSecond() {
    return second;
  }

  public KeyPair keys() {
    return keys;
  }

  /// As a trust root names it: believed from 2023 on.
  public TrustRoot.Log log() {
    return log(new TrustRoot.Period(START, Optional.empty()));
  }

  public TrustRoot.Log log(TrustRoot.Period period) {
    boolean edwards = Keys.algorithm(keys.getPrivate()).equals("Ed25519");
    return new TrustRoot.Log(
        "https://" + host,
        Bytes.wrap(id()),
        keys.getPublic(),
        edwards ? KeyDetails.PKIX_ED25519 : KeyDetails.PKIX_ECDSA_P256_SHA_256,
        period);
  }

  /// SHA-256 of the key; for Rekor 2 with Ed25519, of its name and key as a signed note has it.
  public byte[] id() {
    byte[] spki = keys.getPublic().getEncoded();
    if (!second || !Keys.algorithm(keys.getPrivate()).equals("Ed25519")) {
      return hash(spki);
    }
    byte[] raw = Arrays.copyOfRange(spki, spki.length - 32, spki.length);
    return hash((host + "\n").getBytes(UTF_8), new byte[] {1}, raw);
  }

  /// Takes in an entry and three more of others, and answers as a bundle's `tlogEntries` has it.
  public JsonTree add(String kind, String version, String body, Instant time) {
    byte[] bytes = body.getBytes(UTF_8);
    long place = leaves.size();
    leaves.add(leaf(bytes));
    for (int i = 0; i < 3; i++) {
      leaves.add(leaf(("{\"later\":" + (place + i) + "}").getBytes(UTF_8)));
    }
    long index = second ? place : place + BEFORE;
    JsonTree entry =
        JsonTree.parse(
            """
            {"logIndex": "%d", "logId": {"keyId": "%s"},
             "kindVersion": {"kind": "%s", "version": "%s"},
             "inclusionProof": %s, "canonicalizedBody": "%s"}"""
                .formatted(index, base64(id()), kind, version, proof((int) place), base64(bytes)));
    return second ? entry : promise(entry, bytes, time, index);
  }

  private JsonTree promise(JsonTree entry, byte[] body, Instant time, long index) {
    return entry
        .text("integratedTime", String.valueOf(time.getEpochSecond()))
        .set(
            "inclusionPromise",
            "{\"signedEntryTimestamp\":\"" + base64(promise(body, time, index)) + "\"}");
  }

  /// The signed entry timestamp.
  public byte[] promise(byte[] body, Instant time, long index) {
    String signed =
        "{\"body\":\"%s\",\"integratedTime\":%d,\"logID\":\"%s\",\"logIndex\":%d}"
            .formatted(base64(body), time.getEpochSecond(), HexFormat.of().formatHex(id()), index);
    return sign(signed.getBytes(UTF_8));
  }

  private String proof(int place) {
    String hashes =
        path(place, leaves).stream()
            .map(hash -> "\"" + base64(hash.view()) + "\"")
            .collect(Collectors.joining(",", "[", "]"));
    Bytes root = root(leaves);
    return JsonTree.parse(
            """
            {"logIndex": "%d", "rootHash": "%s", "treeSize": "%d", "hashes": %s, "checkpoint": {}}"""
                .formatted(place, base64(root.view()), leaves.size(), hashes))
        .text("checkpoint.envelope", checkpoint(root.view(), leaves.size()))
        .toString();
  }

  /// A checkpoint on any root.
  public String checkpoint(byte[] root, long size) {
    return checkpoint(second ? host : host + " - " + TREE, root, size);
  }

  /// A checkpoint of any origin.
  public String checkpoint(String origin, byte[] root, long size) {
    String text = origin + "\n" + size + "\n" + base64(root) + "\n";
    return text + "\n" + line(host, text);
  }

  /// A line with the log's signature, under any name.
  public String line(String name, String text) {
    byte[] hint = Arrays.copyOf(id(), 4);
    return "— " + name + " " + base64(join(hint, sign(text.getBytes(UTF_8)))) + "\n";
  }

  private byte[] sign(byte[] message) {
    String algorithm = Keys.algorithm(keys.getPrivate());
    // Rekor 1 takes SHA-256 with any curve (rekor v1.5.0, pkg/signer/file.go)
    boolean elliptic = !second && algorithm.endsWith("ECDSA");
    return Keys.sign(elliptic ? "SHA256withECDSA" : algorithm, keys.getPrivate(), message);
  }

  private static Bytes root(List<Bytes> part) {
    if (part.size() == 1) {
      return part.getFirst();
    }
    int split = Integer.highestOneBit(part.size() - 1);
    return Bytes.wrap(
        hash(
            new byte[] {1},
            root(part.subList(0, split)).view(),
            root(part.subList(split, part.size())).view()));
  }

  private static List<Bytes> path(int place, List<Bytes> part) {
    if (part.size() == 1) {
      return List.of();
    }
    int split = Integer.highestOneBit(part.size() - 1);
    List<Bytes> left = part.subList(0, split);
    List<Bytes> right = part.subList(split, part.size());
    List<Bytes> out =
        new ArrayList<>(place < split ? path(place, left) : path(place - split, right));
    out.add(root(place < split ? right : left));
    return out;
  }

  private static Bytes leaf(byte[] body) {
    return Bytes.wrap(hash(new byte[] {0}, body));
  }

  private static byte[] hash(byte[]... parts) {
    MessageDigest digest = Digest.hash(Algorithm.SHA256);
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  private static byte[] join(byte[] one, byte[] other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
