package io.policyc.tests.peers.cosign;

import com.sun.net.httpserver.HttpExchange;
import io.policyc.signatures.mint.Keys;
import io.policyc.signatures.mint.LeafPlan;
import io.policyc.signatures.mint.MintedAuthority;
import io.policyc.signatures.mint.MintedCertificateLog;
import io.policyc.signatures.mint.MintedLeaf;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A certificate authority with both interfaces of Fulcio, which believes every token.
final class CertificateService {
  private final MintedAuthority authority = MintedAuthority.create();
  private final MintedCertificateLog log = MintedCertificateLog.create();

  MintedAuthority authority() {
    return authority;
  }

  MintedCertificateLog log() {
    return log;
  }

  /// The chain in PEM, from the issuer of leaves.
  String chain() {
    StringBuilder pem = new StringBuilder();
    authority.chain().forEach(certificate -> pem.append(pem(certificate)));
    return pem.toString();
  }

  static String pem(X509Certificate certificate) {
    try {
      return Keys.pem("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /// `POST /api/v1/signingCert`.
  void first(HttpExchange exchange) throws IOException {
    JsonNode request = Piece.JSON.readTree(exchange.getRequestBody());
    byte[] pem = request.path("publicKey").path("content").binaryValue();
    String answer = leaf(exchange, key(Bytes8.text(pem))).pem() + chain();
    Services.answer(exchange, 201, "application/pem-certificate-chain", Bytes8.of(answer));
  }

  /// `POST /api/v2/signingCert`.
  void second(HttpExchange exchange) throws IOException {
    JsonNode request = Piece.JSON.readTree(exchange.getRequestBody());
    String pem = request.path("publicKeyRequest").path("publicKey").path("content").asString();
    MintedLeaf leaf = leaf(exchange, key(pem));
    ObjectNode answer = Piece.JSON.createObjectNode();
    ArrayNode chain =
        answer
            .putObject("signedCertificateEmbeddedSct")
            .putObject("chain")
            .putArray("certificates");
    chain.add(leaf.pem());
    authority.chain().forEach(certificate -> chain.add(pem(certificate)));
    Services.answer(exchange, 200, "application/json", Piece.JSON.writeValueAsBytes(answer));
  }

  private static byte[] key(String pem) {
    return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
  }

  private MintedLeaf leaf(HttpExchange exchange, byte[] key) {
    JsonNode token = Tokens.read(exchange.getRequestHeaders().getFirst("Authorization"));
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    LeafPlan plan =
        authority
            .leaf(new KeyPair(publicKey(key), Keys.p256().getPrivate()))
            .issuer(token.path("iss").asString())
            .valid(now, now.plus(Duration.ofMinutes(10)));
    String email = token.path("email").asString("");
    plan = email.isEmpty() ? plan.uri(token.path("sub").asString()) : plan.email(email);
    return plan.promisedBy(log).mint();
  }

  private static PublicKey publicKey(byte[] der) {
    try {
      return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
